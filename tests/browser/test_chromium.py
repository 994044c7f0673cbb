"""Which browser the tests take, and what they say if there is none."""

from pathlib import Path

import pytest

from tests.browser.chromium import NoChromium, chromium


def _program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_one_named_comes_first(tmp_path: Path) -> None:
    mine = _program(tmp_path, "mine")
    _program(tmp_path, "chromium")
    assert chromium({"CHROMIUM": str(mine), "PATH": str(tmp_path)}) == str(mine)


def test_names_are_tried_in_order(tmp_path: Path) -> None:
    other = _program(tmp_path, "google-chrome")
    assert chromium({"PATH": str(tmp_path)}) == str(other)
    first = _program(tmp_path, "chromium")
    assert chromium({"PATH": str(tmp_path)}) == str(first)


@pytest.mark.parametrize("environment", [{}, {"CHROMIUM": "/nowhere/chromium"}])
def test_none_is_an_error_that_names_the_fix(tmp_path: Path, environment: dict[str, str]) -> None:
    with pytest.raises(NoChromium, match="apt-get install chromium"):
        chromium({"PATH": str(tmp_path), **environment})
