"""Files are written all or none."""

import os
from pathlib import Path

import pytest

from mlew.cli.invocation import Invocation
from mlew.cli.written_files import write_files
from mlew.errors import Conflict, InputError
from tests.unit.cli.terminal import Terminal


@pytest.fixture
def cli(tmp_path: Path) -> Invocation:
    return Invocation(Terminal(tmp_path / "home").surroundings())


def test_a_file_that_holds_the_same_is_no_conflict(cli: Invocation, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"same")

    assert write_files(cli, {tmp_path / "a": b"same", tmp_path / "b": b"new"}, force=False) == [
        tmp_path / "a", tmp_path / "b",
    ]  # fmt: skip


def test_one_conflict_stops_all(cli: Invocation, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"theirs")

    with pytest.raises(Conflict, match="b"):
        write_files(cli, {tmp_path / "a": b"1", tmp_path / "b": b"2"}, force=False)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_dead_link_is_somebodys(cli: Invocation, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")

    with pytest.raises(Conflict):
        write_files(cli, {tmp_path / "a": b"1"}, force=False)


def test_a_folder_in_the_way_is_said_and_nothing_is_left(cli: Invocation, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()

    with pytest.raises(InputError):
        write_files(cli, {tmp_path / "a": b"1", tmp_path / "b": b"2"}, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_folders_are_made_and_who_may_read_is_left_to_the_person(cli: Invocation, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files(cli, {tmp_path / "below" / "a": b"1"}, force=False)
    finally:
        os.umask(before)

    assert (tmp_path / "below" / "a").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["a"]


def test_a_disk_that_fails_leaves_no_half_files(
    cli: Invocation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(InputError, match="No space left"):
        write_files(cli, {tmp_path / "a": b"1"}, force=False)
    assert list(tmp_path.iterdir()) == []
