"""`mlew plan`: shown, changed, refused."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mlew.domain.plan import Plan
from tests.unit.cli.planned import plan_now, planned
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.plans import TODAY, TOOLS

LATER = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def wide_terminal(plain_terminal: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are not folded."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def mlew(tmp_path: Path) -> Terminal:
    return planned(tmp_path / "home")


def test_everything_of_the_plan_is_shown(mlew: Terminal) -> None:
    said = mlew("plan", "show")

    assert said.code == 0
    for text in (
        "② Winning fans", "in 78 days", "passes: 80 % of 5 firms", "Tasks by role", "data scientist", "T2",
        "What decides the date", "Slack before the milestone: ", "Load per person", "Development A",
        "Market validation", "$9,500", "Progress meeting: every 2 weeks", "Report to executives: ② Winning fans",
        "1. Who may hand out keys", "Warnings",
    ):  # fmt: skip
        assert text in said.out
    assert "Overdue" not in said.out


def test_what_is_late_is_shown_with_who_has_it(tmp_path: Path) -> None:
    said = planned(tmp_path, now=LATER)("plan", "show")

    assert "Overdue: 5" in said.out
    assert "R1 Market validation $9,500" in said.out
    assert "17 days" in said.out


def test_a_task_from_an_earlier_plan_is_marked(mlew: Terminal) -> None:
    stored = mlew.stores.artifacts.latest("w1", "plan", "team")
    assert stored is not None and isinstance(stored.body, Plan)
    first, *others = stored.body.tasks
    tasks = (first.model_copy(update={"carried": date(2026, 7, 1)}), *others)
    body = stored.body.model_copy(update={"tasks": tasks})
    mlew.stores.artifacts.add("w1", stored.model_copy(update={"version": 2, "body": body}))

    assert f"{first.title} (carried over from the plan of 2026-07-01)" in mlew("plan", "show").out


def test_a_japanese_plan_is_shown_in_japanese(tmp_path: Path) -> None:
    said = planned(tmp_path, locale="ja")("plan", "show")

    assert "役割ごとの仕事" in said.out
    assert "データサイエン" in said.out
    assert "マイルストーンまでの余裕:営業日で 27 日" in said.out


def test_programs_get_path_load_and_warnings(mlew: Terminal) -> None:
    data = mlew("plan", "show", "--json").data

    assert data["version"] == 1
    assert data["critical_path"]["tasks"] == ["T2", "T4", "T5", "T6"]
    assert {load["owner"] for load in data["load"]} >= {"Planning A", "Planning B"}
    assert data["overdue"] == []


def test_without_a_plan_there_is_an_error(running: Terminal) -> None:
    assert running("plan", "show").code == 3
    assert running("plan", "export").code == 3


def test_a_task_is_done_today_or_on_a_day(mlew: Terminal) -> None:
    said = mlew("plan", "task", "t1", "--done", "--as", "Lead")
    mlew("plan", "task", "T2", "--on", "2026-10-28")

    assert "done on 2026-10-29" in said.out
    found = plan_now(mlew)
    assert [task.finished for task in found.tasks[:3]] == [date(2026, 10, 29), TODAY, None]
    assert mlew("show", "plan", "--version", "2", "--json").data["provenance"]["author"] == "Lead"


def test_a_task_can_be_opened_again(mlew: Terminal) -> None:
    mlew("plan", "task", "T1", "--done")
    said = mlew("plan", "task", "T1", "--not-done")

    assert said.code == 0
    assert "due 2026-11-03" in said.out
    assert plan_now(mlew).tasks[0].finished is None


def test_what_is_under_way_or_late_can_be_renamed_and_put_off(tmp_path: Path) -> None:
    mlew = planned(tmp_path, now=LATER)
    said = mlew("plan", "task", "T1", "--title", "Five appointments", "--due", "2026-11-27")

    assert said.code == 0
    assert plan_now(mlew).tasks[0].due == date(2026, 11, 27)
    assert "before today" in mlew("plan", "task", "T1", "--start", "2026-11-02").err


def test_owner_dates_and_dependencies_are_changed_in_one_version(mlew: Terminal) -> None:
    said = mlew(
        "plan", "task", "T6", "--owner", "Planning B", "--start", "2026/12/01", "--due", "2026-12-02",
        "--effort", "1.5", "--after", "T5,t4", "--title", "Compare", "--role", "sales", "--done-when", "It is written",
    )  # fmt: skip

    assert said.code == 0
    task = plan_now(mlew).tasks[5]
    assert (task.owner, task.role, task.title, task.done_when) == ("Planning B", "sales", "Compare", "It is written")
    assert (task.start, task.due, task.effort) == (date(2026, 12, 1), date(2026, 12, 2), 1.5)
    assert task.depends_on == ("T5", "T4")
    assert mlew("plan", "show", "--json").data["version"] == 2


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("T4", "--after", "T5"), "wait for each other"),
        (("T4", "--due", "2026-10-01"), "before today"),
        (("T4", "--due", "2026-11-03"), "before it starts"),
        (("T4", "--on", "2026-12-24"), "after today"),
        (("T4", "--after", "T99"), "no task 'T99'"),
        (("T4", "--due", "soon"), "'soon' is no day"),
        (("T4",), "say what to change"),
        (("T99", "--done"), "no 'T99'"),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_the_reason(
    mlew: Terminal, options: tuple[str, ...], reason: str
) -> None:
    said = mlew("plan", "task", *options)

    assert said.code in (2, 3)
    assert reason in said.err
    assert plan_now(mlew) == TOOLS


def test_a_circle_or_the_past_in_the_edited_document_is_refused_with_the_reason(
    mlew: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # what was typed is kept beside the person
    mlew.edits = lambda text: text.replace("| 2026-10-28 | 2026-11-03 | 4 |  |", "| 2026-10-28 | 2026-11-03 | 4 | T5 |")
    circular = mlew("review", "edit", "plan", "--yes")
    mlew.edits = lambda text: text.replace("2027-01-15", "2026-09-15")
    past = mlew("review", "edit", "plan", "--yes")

    assert circular.code == 2
    assert "wait for each other" in circular.err
    assert past.code == 2
    assert "before today (2026-10-29)" in past.err
    assert plan_now(mlew) == TOOLS


def test_where_a_request_stands_is_recorded(mlew: Terminal) -> None:
    said = mlew(
        "plan", "request", "r1", "--state", "submitted", "--approver", "Board", "--needed-by", "2026-11-30",
        "--note", "sent by mail",
    )  # fmt: skip

    assert "R1 Market validation $9,500 – submitted" in said.out
    found = plan_now(mlew).requests[0]
    assert (found.state, found.approver, found.needed_by, found.note) == (
        "submitted", "Board", date(2026, 11, 30), "sent by mail",
    )  # fmt: skip
    assert mlew("plan", "request", "R9", "--state", "approved").code == 3
    assert mlew("plan", "request", "R1").code == 2


def test_an_open_point_is_settled_and_opened_again(mlew: Terminal) -> None:
    settled = mlew("plan", "point", "1", "--settled", "The depot's own people", "--who", "Planning A")
    shown = mlew("plan", "show").out
    opened = mlew("plan", "point", "1", "--settled", "", "--until", "2026-11-05")

    assert "The depot's own people" in settled.out
    assert "✓ The depot's own people" in shown
    assert "not settled yet" in opened.out
    point = plan_now(mlew).open_points[0]
    assert (point.settled, point.who, point.until) == ("", "Planning A", date(2026, 11, 5))
    assert mlew("plan", "point", "7", "--settled", "x").code == 3


def test_terminal_controls_in_what_people_wrote_do_not_reach_the_terminal(tmp_path: Path) -> None:
    evil = TOOLS.model_copy(
        update={"tasks": (TOOLS.tasks[0].model_copy(update={"title": "\x1b[2J[bold]x", "owner": "\u202eabc"}),)}
    )
    said = planned(tmp_path, plan=evil)("plan", "show")

    assert "\x1b" not in said.out
    assert "\u202e" not in said.out
    assert "[bold]x" in said.out
