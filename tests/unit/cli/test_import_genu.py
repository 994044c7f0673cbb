"""Answers copied out of GenU on the command line: a workshop of them, or new versions in one."""

from importlib.resources import files
from pathlib import Path

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.base import Locale
from mlew.services.workshop_state import change
from tests.unit.cli.terminal import Terminal

_JOURNEY = "## Listen\n\n| Stage | Actions |\n|--|--|\n| order | A1: {} |\n\n- well done!\n"


def pasted(folder: Path, locale: Locale) -> str:
    text = (files("tests.unit.documents") / "genu_pasted" / f"note.{locale}.md").read_text(encoding="utf-8")
    return written(folder, text)


def written(folder: Path, text: str, name: str = "note.md") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_pairs_note_becomes_a_workshop_marked_as_imported(running: Terminal, tmp_path: Path) -> None:
    said = running("import", "genu", pasted(tmp_path, "ja"), "--as", "Planning A", "--json")

    assert said.code == 0
    assert said.data["problems"] == []
    assert said.data["approved"] == ["listen", "define", "invent", "refine", "iterate"]
    workshop = running.stores.workshops.get(said.data["workshop"])
    assert workshop.plan.locale == "ja"
    assert [pair.id for pair in workshop.pairs] == ["a"]
    journey = running.stores.artifacts.latest(workshop.id, "journey", TEAM)
    assert journey is not None
    assert journey.provenance.author == "import:Planning A"


def test_without_approval_nothing_counts_as_decided(running: Terminal, tmp_path: Path) -> None:
    assert running("import", "genu", pasted(tmp_path, "ja"), "--no-approve", "--json").data["approved"] == []


def test_what_is_no_document_is_kept_and_shown(running: Terminal, tmp_path: Path) -> None:
    said = running("import", "genu", pasted(tmp_path, "en"))

    assert "│ Ask the depot about Sundays." in said.err
    folder = tmp_path / "out"
    running("export", "discovery", str(folder), "-w", "w-in")
    assert "Ask the depot about Sundays." in (folder / "README.md").read_text(encoding="utf-8")


def test_a_former_answer_is_an_earlier_version(running: Terminal, tmp_path: Path) -> None:
    first = written(tmp_path, _JOURNEY.format("rings"), "1.md")
    second = written(tmp_path, _JOURNEY.format("writes"), "2.md")

    said = running("import", "genu", first, second)

    assert "journey was answered more than once" in said.err
    assert "kept as v1" in said.err
    assert "writes" in running("show", "journey", "-w", "w-in").out
    assert len(running.stores.artifacts.versions("w-in", "journey", TEAM)) == 2


def test_the_same_answers_again_change_nothing(running: Terminal, tmp_path: Path) -> None:
    files_ = [written(tmp_path, _JOURNEY.format(word), f"{word}.md") for word in ("rings", "writes")]
    running("import", "genu", *files_)

    said = running("import", "genu", *files_, "-w", "w-in", "--json")

    assert (said.data["artifacts"], said.data["unchanged"]) == ([], ["journey"])


def test_answers_become_new_versions_in_a_workshop_and_of_the_pair_that_is_named(
    running: Terminal, tmp_path: Path
) -> None:
    change(running.stores.workshops, "w1", state="failed")
    text = "## Refine\n\n### Press release – A\n\n- Pair: A\n\n#### Message to customers\n\n- Headline: It is here\n"

    said = running("import", "genu", written(tmp_path, text), "-w", "w1", "--pair", "b", "--json")

    assert said.data["artifacts"] == ["press_release/b"]


@pytest.mark.parametrize("text", ["", "hello\n\n- a list\n", "## Define\n\n| Question |\n|--|\n| Why? |\n"])
def test_a_file_without_results_is_refused_with_a_way_out(running: Terminal, tmp_path: Path, text: str) -> None:
    said = running("import", "genu", written(tmp_path, text), "--lang", "en")

    assert said.code == 2
    assert "'## Listen'" in said.err


def test_files_that_are_no_text_are_refused(running: Terminal, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\x00\xff\x00\x01\x02" * 9)

    assert running("import", "genu", str(tmp_path / "x.md")).code == 2
    assert running("import", "genu", str(tmp_path / "none.md")).code == 2
