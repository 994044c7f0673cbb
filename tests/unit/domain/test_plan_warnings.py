"""Plans that cannot be, plans that are weak, and what decides their date – worked out with a calendar at hand.

2026-06-01 is a Monday. Days off in these cases: 2026-07-20, and weekends.
"""

from datetime import date, datetime
from typing import Any

import pytest

from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentRequest,
    MilestoneDate,
    OpenPoint,
    ProgressMeeting,
)
from mlew.domain.plan_warnings import meeting_days, months_after, open_checks, plan_warnings
from tests.unit.domain.planning import GOOD, OFF, plan, rules, task


def test_fans_after_three_months_and_a_release_long_after_six_are_warned_of() -> None:
    def late(fan: date, release: date) -> list[str]:
        dates = (MilestoneDate(name="fan", planned=fan), MilestoneDate(name="release", planned=release))
        return [rule for rule in rules(plan(task("T1", (6, 1), (6, 2)), milestones=dates)) if rule.endswith("late")]

    assert late(date(2026, 9, 1), date(2026, 12, 15)) == []
    assert late(date(2026, 9, 2), date(2026, 12, 15)) == ["plan-fan-late"]
    assert late(date(2026, 9, 1), date(2026, 12, 16)) == ["plan-release-late"]


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_end_where_the_month_ends(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_weekends_and_holidays_are_named_for_milestones_tasks_meetings_and_reports() -> None:
    weak = plan(
        task("T1", (7, 17), (7, 20)),
        milestones=(MilestoneDate(name="fan", planned=date(2026, 8, 29)),),
        meeting=ProgressMeeting(first=datetime(2026, 7, 13, 10, 0), until=date(2026, 7, 20)),  # noqa: DTZ001
        reports=(ExecutiveReport(milestone="fan", when=datetime(2026, 8, 30, 10, 0)),),  # noqa: DTZ001
    )
    found = [w.message for w in plan_warnings(weak, OFF) if w.rule == "plan-day-off"]

    assert [message.split(": ")[1] for message in found] == [
        "2026-08-29 is a day off (Saturday).",
        "2026-07-20 is a day off (Marine Day).",
        "2026-08-30 is a day off (Sunday).",
        "2026-07-20 is a day off (Marine Day).",
    ]


def test_a_meeting_every_second_week_ends_on_its_last_day() -> None:
    meeting = ProgressMeeting(first=datetime(2026, 6, 3, 10, 0), weeks=2, until=date(2026, 7, 1))  # noqa: DTZ001

    assert meeting_days(plan(meeting=meeting)) == (date(2026, 6, 3), date(2026, 6, 17), date(2026, 7, 1))
    assert meeting_days(plan(meeting=None)) == ()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"tasks": (task("T1", (6, 1), (6, 3)), task("T2", (6, 2), (6, 4), "T1"))}, "plan-overlap"),
        ({"tasks": (task("T1", (6, 1), (6, 3), owner=""),)}, "plan-no-owner"),
        ({"tasks": (task("T1", (6, 1), (6, 8)),)}, "plan-long-task"),
        ({"tasks": ()}, "plan-no-tasks"),
        ({"meeting": None}, "plan-no-meeting"),
        ({"requests": ()}, "plan-no-validation"),
        ({"requests": (*GOOD.requests, InvestmentRequest(id="R2", kind="competition"))}, "plan-no-approver"),
        ({"milestones": (*GOOD.milestones[:3], MilestoneDate(name="release"))}, "plan-no-date"),
        ({"tasks": (task("T1", (6, 1), (6, 1), effort=2), task("T2", (6, 2), (6, 5), effort=4))}, "plan-overload"),
        ({"reports": GOOD.reports[:3]}, "plan-no-report"),
        (
            {"reports": (*GOOD.reports[:3], ExecutiveReport(milestone="release", when=datetime(2026, 11, 30, 9, 0)))},  # noqa: DTZ001
            "plan-report-early",
        ),
        ({"tasks": (task("T1", (6, 18), (6, 22), milestone="sponsor"),)}, "plan-after-milestone"),
    ],
)
def test_what_is_weak_is_warned_of(changes: dict[str, Any], rule: str) -> None:
    given_ = {"tasks": GOOD.tasks} | changes
    tasks = given_.pop("tasks")

    assert rule in rules(plan(*tasks, **given_))


def test_the_methods_three_checks_stand_open_until_something_answers_them() -> None:
    nothing = plan(requests=())
    assert [point.check for point in open_checks(nothing)] == ["ask_others", "try_first", "approval"]
    assert all(point.text and not point.settled for point in open_checks(nothing, locale="ja"))

    answered = plan(
        task("T1", (6, 1), (6, 2), serves="try_first"), open_points=(OpenPoint(text="legal", check="ask_others"),)
    )
    assert open_checks(answered) == ()
