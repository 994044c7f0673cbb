"""`mlew usecases build`: which files land where."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal
from usecases.genu.dist import dist_files


def written(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_bytes().decode() for p in folder.rglob("*") if p.is_file()}


def test_everything_in_both_languages_is_written_where_the_repository_keeps_it(
    mlew: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = mlew("usecases", "build")

    assert said.code == 0
    assert written(tmp_path / "usecases" / "dist") == dist_files()
    assert "ja/index.html" in said.out
    assert "en/index.html" in said.out


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("--lang", "en"), "en/day0-1-readiness.json"),
        (("--lang", "ja", "--edition", "improvement"), "ja/improvement-1-listen.json"),
        (("--lang", "all", "--edition", "practice"), "ja/practice-1-listen.json"),
    ],
)
def test_language_and_edition_can_be_chosen(
    mlew: Terminal, tmp_path: Path, arguments: tuple[str, ...], first: str
) -> None:
    said = mlew("usecases", "build", "--out", str(tmp_path / "out"), "--json", *arguments)

    files = [Path(name).relative_to(tmp_path / "out").as_posix() for name in said.data["files"]]
    assert files[0] == first
    assert sorted(files) == sorted(written(tmp_path / "out"))
    if "--edition" in arguments:
        part = arguments[-1]
        assert all(name.split("/")[1].startswith((part, "index.")) for name in files)


def test_other_files_are_left_alone(mlew: Terminal, tmp_path: Path) -> None:
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja" / "own.json").write_text("{}")

    assert mlew("usecases", "build", "--out", str(tmp_path)).code == 0

    assert (tmp_path / "ja" / "own.json").read_text() == "{}"


@pytest.mark.parametrize("arguments", [("--lang", "fr"), ("--edition", "third")])
def test_what_does_not_exist_is_refused(mlew: Terminal, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = mlew("usecases", "build", "--out", str(tmp_path / "out"), *arguments)

    assert said.code == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(mlew: Terminal, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    said = mlew("usecases", "build", "--out", str(tmp_path / "out"))

    assert said.code == 2
    assert str(tmp_path / "out") in said.err


def test_a_running_workshop_comes_with_its_results(running: Terminal, tmp_path: Path) -> None:
    said = running("usecases", "build", "--workshop", "w1", "--out", str(tmp_path / "out"))

    assert said.code == 0
    found = written(tmp_path / "out")
    assert "index.html" in found
    examples = json.loads(found["practice-4-invent.json"])["inputExamples"]
    assert [e["title"] for e in examples] == ["Go on where pair a stands", "Go on where pair b stands"]
    assert "read the fax" in examples[0]["examples"]["Record of the workshop"]


def test_a_workshops_files_have_its_own_language(running: Terminal, tmp_path: Path) -> None:
    said = running("usecases", "build", "-w", "w1", "--lang", "ja", "--out", str(tmp_path / "out"))

    assert said.code == 2
    assert "--lang" in said.err
    assert not (tmp_path / "out").exists()


def test_without_a_workshop_no_deployment_is_asked(tmp_path: Path) -> None:
    alone = Terminal(tmp_path / "home", connect=False)

    assert alone("usecases", "build", "--out", str(tmp_path / "out")).code == 0
    assert alone.targets == []


def test_an_unknown_workshop_is_not_found(running: Terminal, tmp_path: Path) -> None:
    assert running("usecases", "build", "-w", "nope", "--out", str(tmp_path / "out")).code == 3
