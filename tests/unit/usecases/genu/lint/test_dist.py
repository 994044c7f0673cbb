"""The files that this repository hands out."""

from pathlib import Path

import pytest

import usecases
from usecases.genu.lint import lint
from usecases.genu.source import Source

FILES = sorted((Path(usecases.__file__).parent / "dist").rglob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_wrong_with_them_in_any_version(path: Path) -> None:
    file = Source(path.name, path.read_bytes())

    assert lint(file, 4) == ()
    assert lint(file, 5) == ()


def test_there_are_files_in_both_languages() -> None:
    assert {path.parent.name for path in FILES} == {"ja", "en"}
