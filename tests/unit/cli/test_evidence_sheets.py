"""`mlew evidence sheet`: for paper, spreadsheet and phone."""

import csv
import io
from pathlib import Path

import pytest

from mlew.domain.mock import Mock, MockLink
from mlew.errors import Conflict, InputError
from tests.unit.cli.terminal import Terminal
from tests.unit.metrics.sample_report import mocks
from tests.unit.services.workbench import Bench


@pytest.mark.usefixtures("tried")
def test_sheets_are_written_for_paper_spreadsheet_and_phone(running: Terminal, bench: Bench, tmp_path: Path) -> None:
    link = MockLink(
        code="abcdefghij", mock=mocks("en")[0].id, population="internal", tester="Hana", created_at=bench.clock.now()
    )
    bench.stores.mocks.add_links("w1", [link])
    said = running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path), "--json")
    names = [Path(file).name for file in said.data["files"]]
    assert names == ["observer-sheet-a.md", "observer-sheet-a.csv", "observer-sheet-a.html"]
    assert "Choose an umbrella" in (tmp_path / names[0]).read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO((tmp_path / names[1]).read_text(encoding="utf-8-sig"))))
    assert [row[0] for row in rows] == ["Tester", "Hana"]
    assert (tmp_path / names[2]).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path)).code == Conflict.exit_code
    assert running("evidence", "sheet", "--pair", "a", "--out", str(tmp_path), "--force", "--format", "csv").code == 0


def test_a_sheet_lists_testers_of_the_round_that_is_tested(
    running: Terminal, bench: Bench, tried: tuple[Mock, ...], tmp_path: Path
) -> None:
    later = tried[0].model_copy(update={"id": "m0ck000000000009", "round": 2})
    bench.stores.mocks.create(later)
    for mock, tester, code in ((tried[0], "Hana", "abcdefghij"), (later, "Ren", "bcdefghijk")):
        link = MockLink(code=code, mock=mock.id, population="internal", tester=tester, created_at=bench.clock.now())
        bench.stores.mocks.add_links("w1", [link])
    kept = ("--out", str(tmp_path), "--format", "csv", "--force")
    for given, name in (((), "Hana"), (("--mock", later.id), "Ren")):
        assert running("evidence", "sheet", "--pair", "a", *given, *kept).code == 0
        sheet = (tmp_path / "observer-sheet-a.csv").read_text(encoding="utf-8-sig")
        assert [row[0] for row in csv.reader(io.StringIO(sheet))] == ["Tester", name]


@pytest.mark.usefixtures("tried")
def test_without_a_script_there_is_no_sheet(running: Terminal) -> None:
    said = running("evidence", "sheet", "--pair", "b")
    assert said.code == InputError.exit_code and "no test script" in said.err
