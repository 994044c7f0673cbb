"""Stacks synthesised in process, once for each set of settings, with an empty asset instead of the real one."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Validations
from cdk_nag import AwsSolutionsChecks

from infra.app import FLAGS, build
from infra.asset import Asset, Assets
from infra.environments import Environment

Template = dict[str, Any]
Synthesis = Callable[[Environment], dict[str, Template]]


def synthesise_in_process(environment: Environment, folder: Path) -> Path:
    """Raises RuntimeError with what cdk-nag finds."""
    archive = folder / "code.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(zipfile.ZipInfo("handlers/__init__.py"), "")
    app = App(outdir=str(folder), analytics_reporting=False, tree_metadata=False, context=FLAGS)
    other = folder / "edge.zip"
    other.write_bytes(archive.read_bytes())
    build(app, environment, Assets(Asset(archive, "0" * 64), Asset(other, "1" * 64)))
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    app.synth()
    return folder


@pytest.fixture(scope="session")
def assembly(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Environment], Path]:
    """The folder with the cloud assembly of these settings, checked by cdk-nag."""
    made: dict[str, Path] = {}

    def synthesise(environment: Environment) -> Path:
        key = environment.model_dump_json()
        if key not in made:
            made[key] = synthesise_in_process(environment, tmp_path_factory.mktemp("assembly"))
        return made[key]

    return synthesise


@pytest.fixture(scope="session")
def synthesis(assembly: Callable[[Environment], Path]) -> Synthesis:
    """Templates by stack name."""

    def read(environment: Environment) -> dict[str, Template]:
        found = assembly(environment).glob("*.template.json")
        return {path.name.removesuffix(".template.json"): json.loads(path.read_text("utf-8")) for path in found}

    return read
