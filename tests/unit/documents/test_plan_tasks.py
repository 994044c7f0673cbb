"""Task files, read as the importers read them."""

import csv
import io
from typing import Any

import pytest

from mlew.documents.plan_tasks import backlog_csv, github_csv, jira_csv
from mlew.domain.plan import Plan, Task
from tests.unit.documents.plans import CANTEEN, TODAY, TOOLS

HOSTILE = Plan(
    starts=TODAY,
    milestones=TOOLS.milestones,
    tasks=(
        Task(id="T1", title='=HYPERLINK("http://x")\nsecond, "line"', role="a,b", owner="＋cmd", start=TODAY, due=TODAY,
             done_when="@SUM(A1)"),
        Task(id="T2", title="\u200b=1+1", owner="-x", start=TODAY, due=TODAY, effort=0.25),
    ),
)  # fmt: skip


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_jira_gets_epics_first_then_tasks_with_parent_and_links_both_ways_by_number() -> None:
    header, *rows = cells(jira_csv(TOOLS, "en", accounts={"Planning B": "b@example.com"}))

    assert header == [
        "Issue ID", "Issue Type", "Summary", "Parent", "Description", "Assignee", "Start date", "Due date",
        "Original Estimate", "Labels", "Blocks", "Blocks",
    ]  # fmt: skip
    assert [row[:4] for row in rows[:3]] == [
        ["1", "Epic", "② Winning fans Ready at Seven", ""],
        ["2", "Task", "Make appointments with five firms", "1"],
        ["3", "Task", "Forecast one depot from four years of hires", "1"],
    ]
    assert rows[1][5:9] == ["b@example.com", "2026-10-28", "2026-11-03", "86400"]
    assert rows[2][10:] == ["4", "5"]  # T3 and T4 wait for T2
    assert rows[1][10:] == ["6", ""]
    assert {len(row) for row in rows} == {len(header)}
    assert rows[0][7] == "2027-01-15"


def test_no_header_of_jira_has_punctuation() -> None:
    assert all(name.replace(" ", "").isalnum() for name in cells(jira_csv(TOOLS, "en"))[0])


@pytest.mark.parametrize(("locale", "first"), [("ja", "件名（必須）"), ("en", "Summary")])
def test_backlog_gets_its_sheet_with_slashes_in_dates_and_hours(locale: Any, first: str) -> None:
    header, *rows = cells(backlog_csv(CANTEEN, locale, accounts={"企画B": "kikaku-b"}))

    assert header[0] == first
    assert len(header) == 13
    assert {len(row) for row in rows} == {13}
    assert rows[0][2:7] == ["2026/10/28", "2026/11/04", "24.00", "", {"ja": "タスク", "en": "Task"}[locale]]
    assert rows[0][11] == "kikaku-b"
    assert rows[1][11] == ""
    assert {"ja": "担当：開発A / データサイエンティスト", "en": "Who: 開発A / data scientist"}[locale] in rows[1][1]


def test_github_gets_labels_between_commas_and_the_rest_as_text() -> None:
    header, *rows = cells(github_csv(TOOLS, "en"))

    assert header == ["title", "body", "labels", "assignee", "state"]
    assert rows[3][2] == "milestone ②,developer"
    assert "When: 2026-11-04 – 2026-11-10" in rows[3][1]
    assert "After: T2 Forecast one depot from four years of hires" in rows[3][1]
    assert rows[3][4] == "open"


def test_what_is_done_is_closed() -> None:
    done = TOOLS.model_copy(update={"tasks": (TOOLS.tasks[0].model_copy(update={"finished": TODAY}),)})

    assert cells(github_csv(done, "en"))[1][4] == "closed"


@pytest.mark.parametrize("write", [jira_csv, backlog_csv, github_csv])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_nothing_becomes_a_formula_a_line_or_a_column(write: Any, locale: str) -> None:
    header, *rows = cells(write(HOSTILE, locale, accounts={"＋cmd": "=cmd()", "-x": "-x"}))

    assert {len(row) for row in rows} == {len(header)}
    found = [cell for row in rows for cell in row]
    assert not [cell for cell in found if cell.startswith(("=", "+", "-", "@", "＋", "\t", "\r"))]
    assert "'=1+1" in found
    assert any(cell.startswith("'=HYPERLINK") and "\n" not in cell for cell in found)


@pytest.mark.parametrize("write", [jira_csv, backlog_csv, github_csv])
def test_a_plan_without_tasks_is_a_header_in_utf_8_without_a_mark(write: Any) -> None:
    text = write(TOOLS.model_copy(update={"tasks": ()}), "ja")

    assert len(cells(text)) == 1
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")


def test_a_label_holds_no_comma() -> None:
    assert cells(github_csv(HOSTILE, "en"))[1][2] == "milestone ②,a b"
