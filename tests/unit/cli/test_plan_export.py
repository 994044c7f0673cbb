"""`mlew plan export`: a folder for calendars, task managers and executives; nobody's file is lost."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from mlew.errors import SetupError
from tests.unit.cli.planned import planned
from tests.unit.cli.terminal import Said, Terminal
from tests.unit.documents.plans import TOOLS

FILES = {
    "plan.md", "plan.ics", "tasks.csv", "tasks-jira.csv", "tasks-backlog.csv", "tasks-github.csv", "executive.html",
    "market.html",
}  # fmt: skip
NOTE = ".mlew-export.json"


@pytest.fixture
def mlew(tmp_path: Path) -> Terminal:
    return planned(tmp_path / "home")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "for everybody"


def export(mlew: Terminal, out: Path, *options: str) -> Said:
    return mlew("plan", "export", "--out", str(out), *options)


def events(file: Path) -> dict[str, Any]:
    """By UID, as two libraries read them."""
    text = file.read_bytes().decode()
    first = {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    second = {event.uid.value: event for event in vobject.readOne(text).vevent_list}
    assert set(first) == set(second)
    assert {str(e["sequence"]) for e in first.values()} == {e.sequence.value for e in second.values()}
    return first


def rows(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


def test_a_rehearsed_plan_says_so_in_every_file(mlew: Terminal, out: Path) -> None:
    found = mlew.stores.artifacts.latest("w1", "plan", "team")
    assert found is not None
    rehearsed = found.provenance.model_copy(update={"rehearsed": True})
    mlew.stores.artifacts.add("w1", found.model_copy(update={"version": found.version + 1, "provenance": rehearsed}))

    assert export(mlew, out).code == 0

    for name in FILES - {"market.html", "executive.html"}:
        assert "[rehearsal]" in (out / name).read_text(encoding="utf-8-sig"), name
    assert "rehearsal model" in (out / "executive.html").read_text(encoding="utf-8")


def test_all_files_are_there_in_utf_8(mlew: Terminal, out: Path) -> None:
    said = export(mlew, out)

    assert said.code == 0
    assert {file.name for file in out.iterdir()} == FILES | {NOTE}
    for file in out.iterdir():
        assert file.read_bytes().decode("utf-8")
        assert (file.read_bytes()[:3] == b"\xef\xbb\xbf") == (file.name == "tasks.csv")
    assert NOTE not in said.out
    assert "calendar (Outlook, Google Calendar)" in said.out


def test_the_page_for_executives_has_decision_numbers_and_money(mlew: Terminal, out: Path) -> None:
    export(mlew, out)
    page = (out / "executive.html").read_text(encoding="utf-8")

    for text in ("Hire Co", "Ready at seven", "83.3%", "5 of 6, 95% interval 44–97%", "Both lines", "$9,500",
                 "not known yet", "These numbers were simulated"):  # fmt: skip
        assert text in page


def test_later_versions_keep_the_ids_of_events_and_raise_their_sequence(mlew: Terminal, out: Path) -> None:
    export(mlew, out)
    before = events(out / "plan.ics")
    mlew("plan", "task", "T4", "--due", "2026-11-12")
    export(mlew, out)
    after = events(out / "plan.ics")

    assert set(after) == set(before)
    assert {event["sequence"] for event in before.values()} == {1}
    assert {event["sequence"] for event in after.values()} == {2}
    moved = next(event for event in after.values() if "T4" in str(event["summary"]))
    assert moved["dtstart"].dt == date(2026, 11, 12)


def test_what_went_since_an_earlier_export_is_cancelled(mlew: Terminal, out: Path) -> None:
    export(mlew, out)
    mlew.edits = lambda text: "\n".join(line for line in text.split("\n") if not line.startswith("| T6 |"))
    mlew("review", "edit", "plan", "--yes")
    export(mlew, out)
    mlew("plan", "task", "T1", "--done")
    export(mlew, out)
    found = events(out / "plan.ics")
    elsewhere = out.parent / "elsewhere"
    export(mlew, elsewhere)

    assert [str(e["summary"])[:7] for e in found.values() if e.get("status") == "CANCELLED"] == ["Due: T6"]
    assert not [e for e in events(elsewhere / "plan.ics").values() if e.get("status") == "CANCELLED"]


def test_one_person_gets_a_calendar_of_their_own(mlew: Terminal, out: Path) -> None:
    export(mlew, out, "--owner", "Planning A")
    names = [str(event["summary"]) for event in events(out / "plan-Planning A.ics").values()]

    assert sum(name.startswith("Due") for name in names) == 2
    assert export(mlew, out, "--owner", "Nobody").code == 3


def test_accounts_stand_in_the_files_of_their_systems(mlew: Terminal, out: Path, tmp_path: Path) -> None:
    table = tmp_path / "accounts.csv"
    table.write_text("\ufeffName,Jira,GitHub\nPlanning B,b@example.com,\nPlanning A,,plan-a\n", encoding="utf-8")
    export(mlew, out, "--accounts", str(table))

    assert "b@example.com" in [row[5] for row in rows(out / "tasks-jira.csv")]
    assert "plan-a" in [row[3] for row in rows(out / "tasks-github.csv")]
    assert {row[11] for row in rows(out / "tasks-backlog.csv")[1:]} == {""}


@pytest.mark.parametrize("content", ["who,jira\nx,y\n", "", None])
def test_a_table_of_accounts_that_is_none_is_refused(
    mlew: Terminal, out: Path, tmp_path: Path, content: str | None
) -> None:
    table = tmp_path / "accounts.csv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    said = export(mlew, out, "--accounts", str(table))

    assert said.code == 2
    assert "jira (mail address)" in said.err
    assert not out.exists()


def test_a_file_of_somebody_else_stops_everything_unless_forced(mlew: Terminal, out: Path) -> None:
    out.mkdir()
    (out / "plan.md").write_text("ours", encoding="utf-8")
    refused = export(mlew, out)

    assert refused.code == 4
    assert "plan.md" in refused.err
    assert {file.name for file in out.iterdir()} == {"plan.md"}
    assert export(mlew, out, "--force").code == 0
    assert (out / "plan.md").read_text(encoding="utf-8") != "ours"


def test_our_own_files_are_renewed_but_not_those_that_people_changed(mlew: Terminal, out: Path) -> None:
    export(mlew, out)
    mlew("plan", "task", "T1", "--done")
    renewed = export(mlew, out)
    (out / "plan.md").write_text("a note of mine", encoding="utf-8")
    refused = export(mlew, out)

    assert renewed.code == 0
    assert "version 2" in renewed.out.lower()
    assert refused.code == 4
    assert (out / "plan.md").read_text(encoding="utf-8") == "a note of mine"


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(mlew: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = export(mlew, tmp_path / "file" / "below")

    assert said.code == 2
    assert "cannot be written" in said.err


def test_a_note_that_cannot_be_read_counts_as_none(mlew: Terminal, out: Path) -> None:
    out.mkdir()
    (out / NOTE).write_text("{", encoding="utf-8")

    assert export(mlew, out).code == 0
    assert json.loads((out / NOTE).read_text(encoding="utf-8"))["versions"] == [1]


def test_an_installed_browser_makes_the_pdf(mlew: Terminal, out: Path) -> None:
    pages: list[str] = []

    def prints(page: str) -> bytes:
        pages.append(page)
        return b"%PDF-1.7"

    mlew.prints = prints
    export(mlew, out)

    assert (out / "executive.pdf").read_bytes() == b"%PDF-1.7"
    assert pages == [(out / "executive.html").read_text(encoding="utf-8")]


def test_without_a_browser_the_page_is_there_and_how_to_print_it_is_said(mlew: Terminal, out: Path) -> None:
    said = export(mlew, out)

    assert said.code == 0
    assert "No Chrome, Chromium or Edge was found" in said.err
    assert not (out / "executive.pdf").exists()


def test_a_browser_that_fails_does_not_stop_the_export(mlew: Terminal, out: Path) -> None:
    def fails(_: str) -> bytes:
        raise SetupError("chrome did not print the page")

    mlew.prints = fails
    said = export(mlew, out)

    assert said.code == 0
    assert "chrome did not print" in said.err
    assert (out / "executive.html").exists()


def test_a_pdf_of_an_earlier_version_is_named(mlew: Terminal, out: Path) -> None:
    mlew.prints = lambda _: b"%PDF-1.7"
    export(mlew, out)
    mlew("plan", "task", "T1", "--done")
    said = export(mlew, out, "--no-pdf")

    assert "Still of an earlier version: executive.pdf" in said.err


def test_names_of_people_are_no_paths(tmp_path: Path) -> None:
    plan = TOOLS.model_copy(update={"tasks": (TOOLS.tasks[0].model_copy(update={"owner": "../../etc:x"}),)})
    mlew = planned(tmp_path / "home", plan=plan)
    out = tmp_path / "out"
    export(mlew, out, "--owner", "../../etc:x")

    assert (out / "plan--..-etc-x.ics").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"out"} | ({"home"} if (tmp_path / "home").exists() else set())
