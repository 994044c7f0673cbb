"""The same content makes the same archive."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.deployment.archive import pack

NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


def fill(folder: Path, files: dict[str, bytes], when: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (when, when))
    return folder


@given(files=st.dictionaries(NAMES.map("deep/{}".format), st.binary(max_size=50), min_size=1, max_size=5))
def test_neither_order_nor_time_nor_place_of_the_files_changes_the_archive(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("archive")
    one = fill(base / "one", files, when=1_000_000_000)
    other = fill(base / "二つ目", dict(reversed(files.items())), when=1_700_000_000)

    pack(one, base / "one.zip")
    pack(other, base / "other.zip")

    assert (base / "one.zip").read_bytes() == (base / "other.zip").read_bytes()
    with zipfile.ZipFile(base / "one.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_a_program_stays_executable(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", {"run": b"#!/bin/sh", "data": b""}, when=1)
    (folder / "run").chmod(0o700)

    pack(folder, tmp_path / "out.zip")

    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
    assert modes == {"run": 0o755, "data": 0o644}


def test_nothing_unfinished_stays_beside_the_archive(tmp_path: Path) -> None:
    pack(fill(tmp_path / "in", {"a": b"1"}, when=1), tmp_path / "cache" / "out.zip")

    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["out.zip"]
