"""Every handler starts with the asset alone: a library that is missing would show here."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from infra.asset import build_asset
from infra.embedded.environments import ensure_environments
from infra.functions import COUNT_EVENTS, REHEARSE, TAKE_EVENTS, UNLOCK, WORKFLOW
from infra.runtime import runtime_of
from infra.wheels import fetch_wheels
from tests.embedded import ENVIRONMENTS

ALL = (*WORKFLOW, REHEARSE, TAKE_EVENTS, COUNT_EVENTS, UNLOCK)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = runtime_of("this-machine")
    fetch_wheels(here)
    folder = tmp_path_factory.mktemp("task")
    with zipfile.ZipFile(build_asset(here).path) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def unpacked_for_the_edge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = runtime_of("this-machine")
    fetch_wheels(here, extra="edge")
    folder = tmp_path_factory.mktemp("edge")
    with zipfile.ZipFile(build_asset(here, extra="edge").path) as packed:
        packed.extractall(folder)
    return folder


def run(unpacked: Path, script: str) -> None:
    """In the environment that stands for the Lambda runtime."""
    done = subprocess.run(
        [ensure_environments(ENVIRONMENTS).function, "-W", "error", "-c", script],
        cwd=unpacked,
        env={"PATH": os.defpath, "PYTHONPATH": str(unpacked), "AWS_DEFAULT_REGION": "ap-northeast-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_handler_can_be_imported_from_the_asset(unpacked: Path) -> None:
    modules = [spec.handler.removesuffix(".handler") for spec in ALL]
    run(
        unpacked,
        f"import importlib\nfor name in {modules!r}:\n    assert callable(importlib.import_module(name).handler)",
    )


def test_the_sdk_is_the_locked_one_and_knows_every_service_that_functions_call(unpacked: Path) -> None:
    run(
        unpacked,
        "import boto3, botocore\n"
        f"assert all(m.__file__.startswith({str(unpacked)!r}) for m in (boto3, botocore))\n"
        "from mlew.adapters.clients import process_clients\n"
        "clients = process_clients()\n"
        "clients.dynamodb(), clients.s3(), clients.stepfunctions(), clients.bedrock(60), clients.functions(60)",
    )


def test_only_the_second_asset_can_sign_for_the_edge(unpacked: Path, unpacked_for_the_edge: Path) -> None:
    run(unpacked, "import importlib.util\nassert importlib.util.find_spec('awscrt') is None")
    run(
        unpacked_for_the_edge,
        "from botocore.compat import HAS_CRT\nassert HAS_CRT\n"
        "from mlew.adapters.clients import process_clients\nprocess_clients().key_values()",
    )


def test_time_zones_are_known_where_the_machine_has_none(unpacked: Path) -> None:
    run(
        unpacked,
        "import zoneinfo\nzoneinfo.reset_tzpath(())\nassert zoneinfo.ZoneInfo('Asia/Tokyo').key == 'Asia/Tokyo'",
    )


def test_a_cold_start_writes_nothing(unpacked: Path) -> None:
    """/var/task is read-only in Lambda; and what was compiled ahead is used as it is."""
    before = sorted(path.relative_to(unpacked) for path in unpacked.rglob("*.pyc"))
    test_every_handler_can_be_imported_from_the_asset(unpacked)
    assert before == sorted(path.relative_to(unpacked) for path in unpacked.rglob("*.pyc"))
