"""Plans that cannot be, plans that are weak, and what decides their date – worked out with a calendar at hand.

2026-06-01 is a Monday. Days off in these cases: 2026-07-20, and weekends.
"""

from datetime import date, datetime
from typing import Any

import pytest

from mlew.domain.critical_path import circle
from mlew.domain.plan import (
    InvestmentItem,
    InvestmentRequest,
    MilestoneDate,
    OpenPoint,
    ProgressMeeting,
)
from mlew.domain.plan_errors import check_plan, plan_errors
from mlew.errors import InputError
from tests.unit.domain.planning import GOOD, TODAY, plan, rules, task


def test_a_good_plan_has_neither_errors_nor_warnings() -> None:
    check_plan(GOOD, TODAY)

    assert rules(GOOD) == []


def test_tasks_that_wait_for_each_other_are_refused_by_name() -> None:
    stuck = plan(
        task("T1", (6, 1), (6, 2), "T3"),
        task("T2", (6, 3), (6, 4), "T1"),
        task("T3", (6, 5), (6, 8), "T2"),
        task("T4", (6, 5), (6, 8)),
    )
    with pytest.raises(InputError) as refused:
        check_plan(stuck, TODAY)

    assert all(f"T{n} title of T{n}" in refused.value.message for n in (1, 2, 3))
    assert "T4" not in refused.value.message
    assert "wait for each other" in refused.value.message
    assert set(circle(stuck.tasks)) == {"T1", "T2", "T3"}


def test_a_task_that_waits_for_itself_is_a_circle_too() -> None:
    assert circle((task("T1", (6, 1), (6, 2), "T1"),)) == ("T1",)


def test_a_day_before_today_is_refused_with_the_task_and_both_days() -> None:
    with pytest.raises(InputError) as refused:
        check_plan(plan(task("T1", (5, 29), (6, 2))), TODAY, locale="ja")

    assert "T1 title of T1: 開始日が 2026-05-29 で、今日（2026-06-01）より前です" in refused.value.message


def test_today_itself_can_be_planned() -> None:
    assert plan_errors(plan(task("T1", (6, 1), (6, 1))), TODAY) == []


def test_what_is_done_may_lie_in_the_past() -> None:
    done = plan(
        task("T1", (5, 1), (5, 4), finished=date(2026, 5, 4)),
        milestones=(
            MilestoneDate(name="sponsor", planned=date(2026, 5, 1), actual=date(2026, 5, 1)),
            MilestoneDate(name="fan", planned=date(2026, 8, 31)),
        ),
    )

    assert plan_errors(done, TODAY) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"tasks": (task("T1", (6, 4), (6, 3)),)}, "plan-order"),
        ({"tasks": (task("T1", (6, 3), (6, 4), "T9"),)}, "plan-unknown"),
        ({"tasks": (task("T1", (6, 3), (6, 4)), task("T1", (6, 3), (6, 4)))}, "plan-twice"),
        ({"tasks": (task("T1", (6, 3), (6, 4), effort=-1),)}, "plan-effort"),
        ({"milestones": (), "tasks": (task("T1", (6, 3), (6, 4)),)}, "plan-milestone"),
        ({"time_zone": "Asia/Nowhere"}, "plan-zone"),
        ({"time_zone": "../etc"}, "plan-zone"),
        (
            {
                "milestones": (
                    MilestoneDate(name="share", planned=date(2026, 8, 1)),
                    MilestoneDate(name="fan", planned=date(2026, 8, 2)),
                )
            },
            "plan-milestones",
        ),
        (
            {"meeting": ProgressMeeting(first=datetime(2026, 6, 3, 10, 0), until=date(2026, 6, 2))},  # noqa: DTZ001
            "plan-meeting",
        ),
        (
            {
                "requests": (
                    InvestmentRequest(id="R1", kind="validation", items=(InvestmentItem(name="x", amount=-1),)),
                )
            },
            "plan-amount",
        ),
        ({"open_points": (OpenPoint(text="x", until=date(2026, 5, 1)),)}, "plan-past"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, Any], rule: str) -> None:
    assert [error.rule for error in plan_errors(plan(**changes), TODAY)] == [rule]
