"""`mlew milestone set` and `mlew report`."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.unit.cli.planned import plan_now, planned
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.plans import TOOLS

AFTER = datetime(2027, 1, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def wide_terminal(plain_terminal: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are not folded."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def mlew(tmp_path: Path) -> Terminal:
    return planned(tmp_path / "home", now=AFTER)


@pytest.mark.parametrize("named", [("fan",), ("w1", "②"), ("2", "--workshop", "w1")])
def test_what_came_of_a_milestone_is_recorded(mlew: Terminal, named: tuple[str, ...]) -> None:
    said = mlew(
        "milestone", "set", *named, "--actual", "2027-01-18", "--result", "4 of 5 succeeded", "--decision", "go",
        "--as", "Head of operations", "--reason", "Both lines are crossed",
    )  # fmt: skip

    assert said.code == 0
    assert "② Winning fans is recorded (plan, version 2)" in said.out
    assert "3 days after the planned date" in said.out
    found = plan_now(mlew).milestone("fan")
    assert found is not None
    assert (found.actual, found.result, found.decision) == (date(2027, 1, 18), "4 of 5 succeeded", "go")
    assert (found.decided_by, found.reason) == ("Head of operations", "Both lines are crossed")


def test_what_is_not_named_stays(mlew: Terminal) -> None:
    mlew("milestone", "set", "fan", "--actual", "2027-01-18", "--result", "4 of 5")
    mlew("milestone", "set", "fan", "--decision", "pivot", "--reason", "Nobody pays", "--as", "Lead")
    mlew("milestone", "set", "fan", "--result", "4 of 6")

    found = plan_now(mlew).milestone("fan")
    assert found is not None
    assert (found.actual, found.result) == (date(2027, 1, 18), "4 of 6")
    assert (found.decision, found.reason, found.decided_by) == ("pivot", "Nobody pays", "Lead")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("fan", "--decision", "go"), "a reason"),
        (("fan", "--actual", "2027-02-01"), "after today"),
        (("fan", "--actual", "someday"), "is no day"),
        (("fame", "--actual", "today"), "no milestone 'fame'"),
        (("a", "b", "fan"), "too much"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(mlew: Terminal, options: tuple[str, ...], reason: str) -> None:
    said = mlew("milestone", "set", *options)

    assert said.code == 2
    assert reason in said.err
    assert plan_now(mlew) == TOOLS


def test_a_milestone_that_is_not_in_the_plan_is_not_found(tmp_path: Path) -> None:
    plan = TOOLS.model_copy(update={"milestones": TOOLS.milestones[:2]})
    mlew = planned(tmp_path, plan=plan, now=AFTER)

    assert mlew("milestone", "set", "release").code == 3
    assert mlew("report", "--milestone", "release").code == 3


def test_the_report_says_where_the_four_stand_and_what_is_overdue(mlew: Terminal) -> None:
    said = mlew("report", "--milestone", "sponsor")

    assert said.code == 0
    for text in ("① Winning a sponsor", "5 of 6 succeeded", "Go (Head of operations)", "② Winning fans | 2027-01-15",
                 "5 days overdue", "Books alone | 83.3% | at least 80 % | passed", "R1 Market validation $9,500",
                 "no person made them"):  # fmt: skip
        assert text in said.out


def test_the_estimate_decides_the_third(mlew: Terminal) -> None:
    said = mlew("report", "--milestone", "share")

    assert "3.6 times the cost in the middle: the line of 3 is reached." in said.out
    assert "Books alone" not in said.out


def test_markdown_html_and_pdf_are_written_under_the_day(mlew: Terminal, tmp_path: Path) -> None:
    mlew.prints = lambda _: b"%PDF-1.7"
    out = tmp_path / "reports"
    said = mlew("report", "--milestone", "fan", "--out", str(out), "--pdf")
    again = mlew("report", "--milestone", "fan", "--out", str(out))

    assert said.code == 0
    assert {file.name for file in out.iterdir()} == {f"milestone-fan-2027-01-20.{end}" for end in ("md", "html", "pdf")}
    assert again.code == 0  # the same, so nothing is lost
    mlew("milestone", "set", "fan", "--result", "4 of 5")
    assert mlew("report", "--milestone", "fan", "--out", str(out)).code == 4
    assert mlew("report", "--milestone", "fan", "--out", str(out), "--force").code == 0
    assert "4 of 5" in (out / "milestone-fan-2027-01-20.md").read_text(encoding="utf-8")


def test_without_a_milestone_all_are_reported(mlew: Terminal) -> None:
    data = mlew("report", "--json").data

    assert data["milestone"] is None
    assert [one["name"] for one in data["milestones"]] == ["sponsor", "fan", "share", "release"]
    assert {one["kind"] for one in data["overdue"]} == {"milestone", "task", "request"}


def test_in_japanese(tmp_path: Path) -> None:
    said = planned(tmp_path, locale="ja", now=AFTER)("report", "--milestone", "②")

    assert "# マイルストーンの報告: あした食数" in said.out
    assert "期限を過ぎているもの" in said.out
