"""`mlew evidence show`: with what it does not say, and corrected by people."""

from pathlib import Path

import pytest

from mlew.errors import InputError
from tests.unit.cli.evidence_cases import stored
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


@pytest.mark.usefixtures("tried")
def test_it_is_shown_as_markdown_and_as_json(running: Terminal) -> None:
    running("evidence", "pull", "--pair", "a")
    said = running("evidence", "show", "--pair", "a")
    assert said.out.startswith("## Numbers and voices of pair a") and "Decide nothing by them" in said.out
    data = running("evidence", "show", "--pair", "a", "--json").data
    whole = running("show", "evidence/a")
    assert data["markdown"].strip() == whole.out.strip() and data["evidence"]["pair"] == "a"


@pytest.mark.usefixtures("tried")
def test_a_model_sees_it_masked_and_the_limits_are_told(running: Terminal, tmp_path: Path) -> None:
    notes = tmp_path / "talk.md"
    notes.write_text("- Planning A, call me: 090-1234-5678\n", encoding="utf-8")
    running("evidence", "add", str(notes), "--pair", "a", "--kind", "note")
    said = running("evidence", "show", "--pair", "a", "--masked")
    assert "[name 1], call me: [phone 1]" in said.out and "Planning A" not in said.out
    assert "What the rules cannot find" in said.err and "nicknames" in said.err


@pytest.mark.usefixtures("tried")
def test_what_is_not_there_is_said_with_the_next_step(running: Terminal) -> None:
    said = running("evidence", "show", "--pair", "b")
    assert said.code == 0 and "no evidence of pair b yet" in said.out and "mlew evidence pull --pair b" in said.err
    assert running("evidence", "show", "--pair", "b", "--masked").out.strip() == ""
    assert running("evidence", "show").code == InputError.exit_code
    assert running("evidence", "show", "--pair", "nobody").code == InputError.exit_code


@pytest.mark.usefixtures("tried")
def test_people_correct_what_was_noted_and_the_numbers_stay(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    running("evidence", "pull", "--pair", "a")
    before = stored(bench)
    text = running("evidence", "show", "--pair", "a", "--json").data["markdown"]
    corrected = tmp_path / "evidence.md"
    corrected.write_text(text.replace("63% (24/38)", "99%").replace("No trouble finding", "Some trouble finding"))
    said = running("review", "edit", "evidence/a", "--file", str(corrected), "--yes")
    after = stored(bench)
    assert said.code == 0
    assert "Some trouble finding my way" in {one.text for one in after.remarks}
    assert (after.snapshots, after.since, after.milestones) == (before.snapshots, before.since, before.milestones)
