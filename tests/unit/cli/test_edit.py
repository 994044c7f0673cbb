from pathlib import Path

import pytest

from mlew.domain.artifact import TEAM
from tests.unit.cli.reviewing import journey
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


def test_edit_shows_the_difference_and_saves_a_new_version(running: Terminal, bench: Bench) -> None:
    running.edits = lambda text: text.replace("type it in", "type it in twice")

    said = running("review", "edit", "journey", "--yes", "--note", "seen in the shop", "--as", "Dev A")

    assert said.code == 0
    assert "type it in twice" in said.err
    latest = bench.stores.artifacts.latest("w1", "journey", TEAM)
    assert latest is not None and latest.version == 2
    assert (latest.provenance.author, latest.note) == ("Dev A", "seen in the shop")
    assert journey(bench).actions[1].text == "type it in twice"
    assert [a.id for a in journey(bench).actions] == ["A1", "A2", "A3", "A4"]


def test_edit_asks_before_saving_and_keeps_the_text_of_those_who_do_not(
    running: Terminal, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    running.edits = lambda text: text.replace("type it in", "type it in twice")
    running.types = ["n"]

    said = running("review", "edit", "journey")

    assert said.code == 130
    assert "type it in twice" in (tmp_path / "journey.edited.md").read_text(encoding="utf-8")
    assert "journey.edited.md" in said.err
    assert journey(bench).actions[1].text == "type it in"


def test_without_anybody_to_ask_edit_names_the_option(
    running: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    running.edits = lambda text: text.replace("type it in", "type it in twice")

    said = running("review", "edit", "journey")

    assert said.code == 2
    assert "--yes" in said.err


def test_an_edit_without_a_change_saves_nothing(running: Terminal) -> None:
    assert running("review", "edit", "journey", "--json").data["saved"] is False


def test_a_text_that_cannot_be_read_is_kept_and_named(
    running: Terminal, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.edited.md").write_text("mine", encoding="utf-8")
    running.edits = lambda _: "nothing of this is a list of questions"

    said = running("review", "edit", "questions", "--yes")

    assert said.code == 2
    assert (tmp_path / "questions.edited.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "questions.edited1.md").read_text(encoding="utf-8").startswith("nothing of this")
    assert "--file questions.edited1.md" in said.err


def test_an_edit_based_on_an_older_version_is_a_conflict(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    text = running("show", "journey", "--json").data["markdown"]
    file = tmp_path / "mine.md"
    file.write_text(text.replace("pick", "pick and pack"), encoding="utf-8")
    running.edits = lambda text: text.replace("type it in", "type it in twice")
    running("review", "edit", "journey", "--yes")

    said = running("review", "edit", "journey", "--file", str(file), "--based-on", "1", "--yes")

    assert said.code == 4
    assert file.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_named(running: Terminal, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "mine.md"
    if content is not None:
        file.write_bytes(content)

    said = running("review", "edit", "journey", "--file", str(file))

    assert said.code == 2
    assert "mine.md" in said.err
