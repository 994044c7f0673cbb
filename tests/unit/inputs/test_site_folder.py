"""A folder with a site, read as it lies there."""

import os
from pathlib import Path

import pytest

from mlew.errors import InputError
from mlew.inputs.site_folder import read_site_folder
from mlew.mocks.sites.limits import LARGEST_FILE


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<p>start")
    (folder / "assets" / "日本.css").write_text("a{}")
    return folder


def found(folder: Path) -> dict[str, bytes]:
    return dict(read_site_folder(folder).files)


def rules(folder: Path) -> set[tuple[str, str]]:
    return {(f.rule, f.where) for f in read_site_folder(folder).findings}


def test_files_have_their_paths_below_the_folder(dist: Path) -> None:
    assert found(dist) == {"index.html": b"<p>start", "assets/日本.css": b"a{}"}
    assert rules(dist) == set()


def test_what_is_left_out_is_not_even_read(dist: Path) -> None:
    for name in (".env", ".git/config", "node_modules/a/index.js", "a.js.map", "key.pem", ".well-known/x.json"):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_text("x")
    (dist / ".env").chmod(0)
    assert set(found(dist)) == {"index.html", "assets/日本.css", ".well-known/x.json"}
    assert rules(dist) == {
        ("secret-left-out", ".env"), ("hidden-left-out", ".git/"), ("type-left-out", "node_modules/"),
        ("map-left-out", "a.js.map"), ("secret-left-out", "key.pem"),
    }  # fmt: skip


def test_links_inside_are_files_and_links_to_elsewhere_are_refused(dist: Path, tmp_path: Path) -> None:
    (tmp_path / "other.css").write_text("secret")
    (dist / ".env").write_text("secret")
    for name, target in {
        "copy.css": "assets/日本.css", "out.css": "../other.css", "whole.css": str(tmp_path / "other.css"),
        "lost.css": "none.css", "loop.css": "loop.css", "folder.css": "assets", "up": "..", "env.txt": ".env",
    }.items():  # fmt: skip
        (dist / name).symlink_to(target)
    assert found(dist)["copy.css"] == b"a{}"
    assert b"secret" not in found(dist).values()
    assert rules(dist) == {
        ("link-outside", "out.css"), ("link-outside", "whole.css"), ("link-left-out", "lost.css"),
        ("link-left-out", "loop.css"), ("link-left-out", "folder.css"), ("type-left-out", "up"),
        ("secret-left-out", "env.txt"), ("secret-left-out", ".env"),
    }  # fmt: skip


def test_what_is_no_file_is_left_out(dist: Path) -> None:
    os.mkfifo(dist / "pipe.css")
    assert rules(dist) == {("type-left-out", "pipe.css")}


def test_a_file_that_is_too_large_is_not_read(dist: Path) -> None:
    with (dist / "film.mp4").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert rules(dist) == {("too-large", "film.mp4")}
    assert "film.mp4" not in found(dist)


def test_reading_stops_where_a_site_ends(dist: Path) -> None:
    for number in range(1_500):
        (dist / f"{number}.css").touch()
    read = read_site_folder(dist)
    assert [f.rule for f in read.findings] == ["too-many"]
    assert len(read.files) == 1_000


def test_a_name_that_is_no_text_is_read_as_it_can_be(dist: Path) -> None:
    Path(os.fsdecode(os.fsencode(dist) + b"/\xff.css")).write_text("a{}")
    assert "\udcff.css" in found(dist)


@pytest.mark.parametrize("built", ["dist", "build", "out"])
def test_the_folder_that_was_meant_is_named(tmp_path: Path, built: str) -> None:
    (tmp_path / built).mkdir()
    (tmp_path / built / "index.html").write_text("<p>")
    assert [(f.rule, f.what) for f in read_site_folder(tmp_path).findings] == [("no-start", built)]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.zip").write_bytes(b"PK")
    for name in ("site.zip", "none"):
        with pytest.raises(InputError):
            read_site_folder(tmp_path / name)
