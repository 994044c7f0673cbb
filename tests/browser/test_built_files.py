"""What is committed is what the sources give, and small enough to load unnoticed."""

import gzip
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
STATIC = REPOSITORY / "functions" / "mlew" / "mocks" / "static"
LARGEST = {"tracker.js": 1500, "mlew-tracker.js": 2000}
"""Bytes after `gzip -9`."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(["node", "functions/browser/build.mjs", folder], cwd=REPOSITORY, check=True)
    return folder


@pytest.mark.parametrize("name", ["tracker.js", "mlew-tracker.js", "mock.js"])
def test_the_committed_file_is_what_the_sources_give(built: Path, name: str) -> None:
    assert (STATIC / name).read_bytes() == (built / name).read_bytes(), "run `make browser-code` and commit the result"


@pytest.mark.parametrize("name", ["tracker.js", "mlew-tracker.js", "mock.js"])
def test_no_source_map_and_no_module(name: str) -> None:
    text = (STATIC / name).read_text("utf-8")
    assert "sourceMappingURL" not in text
    assert not text.startswith(("import", "export"))


@pytest.mark.parametrize(("name", "largest"), LARGEST.items())
def test_a_tracker_is_small(name: str, largest: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes(), 9, mtime=0)) <= largest
