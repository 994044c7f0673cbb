"""An assembly is made once for the same source, and the same source gives the same assembly."""

from pathlib import Path

import pytest

from infra.synth import synthesise
from mlew.errors import SetupError
from tests.infra.conftest import synthesise_in_process
from tests.infra.settings import example


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthesise("local", tmp_path_factory.mktemp("synth") / "with space と日本語")


def test_an_assembly_holds_all_stacks_and_the_asset(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    templates = {f"mlew-local-{part}.template.json" for part in ("state", "metrics", "mocks", "workshop")}
    assert {"manifest.json", *templates} <= names
    assert len(list(folder.glob("asset.*.zip"))) == 2  # one has the library that signs for the edge


def test_a_second_call_makes_nothing(folder: Path) -> None:
    before = (folder / "manifest.json").stat().st_mtime_ns
    assert synthesise("local", folder) == folder
    assert (folder / "manifest.json").stat().st_mtime_ns == before


def test_another_synthesis_of_the_same_settings_is_the_same(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        synthesise_in_process(example(), folder)
    assert {p.name for p in one.iterdir()} == {p.name for p in two.iterdir()}
    for path in one.glob("*.template.json"):
        assert path.read_text("utf-8") == (two / path.name).read_text("utf-8"), path.name


def test_another_model_makes_it_anew(tmp_path: Path) -> None:
    out = synthesise("local", tmp_path / "out", model="jp.amazon.nova-2-lite-v1:0")
    assert "jp.amazon.nova-2-lite-v1:0" in (out / "mlew-local-workshop.template.json").read_text("utf-8")


def test_a_customer_without_a_file_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"nobody\.toml"):
        synthesise("nobody", tmp_path / "out")
    assert not list(tmp_path.iterdir())
