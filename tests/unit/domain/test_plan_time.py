"""Plans that cannot be, plans that are weak, and what decides their date – worked out with a calendar at hand.

2026-06-01 is a Monday. Days off in these cases: 2026-07-20, and weekends.
"""

from datetime import date

from mlew.domain.critical_path import critical_path
from mlew.domain.plan import (
    MilestoneDate,
)
from mlew.domain.plan_warnings import plan_warnings
from mlew.domain.work_load import work_load
from mlew.domain.working_days import count_working, next_working, why_off
from tests.unit.domain.planning import OFF, plan, task


def test_the_critical_path_is_the_chain_with_the_least_slack() -> None:
    chained = plan(
        task("T1", (6, 1), (6, 5)),  # days 0-5
        task("T2", (6, 8), (6, 9), "T1"),  # days 5-7
        task("T3", (6, 1), (6, 3)),  # days 0-3
        task("T4", (6, 10), (6, 12), "T2", "T3"),  # days 7-10
        milestones=(MilestoneDate(name="fan", planned=date(2026, 6, 16)),),  # the end of day 12
    )
    found = critical_path(chained, OFF)

    assert found.tasks == ("T1", "T2", "T4")
    assert (found.days, found.slack) == (10, 2)
    assert {one.task: (one.begins, one.ends, one.slack) for one in found.timings} == {
        "T1": (0, 5, 2),
        "T2": (5, 7, 2),
        "T3": (0, 3, 6),
        "T4": (7, 10, 2),
    }


def test_waiting_pushes_a_task_beyond_its_stated_start_and_its_milestone() -> None:
    pushed = plan(
        task("T1", (6, 15), (6, 18), milestone="sponsor"),
        task("T2", (6, 16), (6, 17), "T1", milestone="sponsor"),
    )
    found = critical_path(pushed, OFF)

    # T1 takes days 10-14, so T2 takes 14-16; the sponsor's day is over at 15
    assert found.tasks == ("T1", "T2")
    assert found.slack == -1
    late = [w for w in plan_warnings(pushed, OFF) if w.rule == "plan-late"]
    assert [w.where.split()[0] for w in late] == ["T1", "T2"]
    assert "1 working days after" in late[0].message


def test_holidays_make_the_way_shorter_in_working_days() -> None:
    held = plan(task("T1", (7, 17), (7, 21)), starts=date(2026, 7, 17))

    assert [(t.begins, t.ends) for t in critical_path(held, OFF).timings] == [(0, 2)]


def test_a_plan_without_tasks_has_no_critical_path() -> None:
    assert critical_path(plan(), OFF).tasks == ()


def test_load_lies_on_people_week_by_week_and_open_tasks_on_roles() -> None:
    loaded = plan(
        task("T1", (6, 4), (6, 9), effort=4, owner="a"),  # Thu, Fri | Mon, Tue
        task("T2", (6, 8), (6, 8), effort=3, owner="a"),
        task("T3", (6, 6), (6, 7), effort=1, owner="", role="developer"),  # a weekend
        days_per_week={"a": 2.5},
    )
    first, second = work_load(loaded, OFF)

    assert (first.owner, first.effort) == ("a", 7)
    assert [(w.week, w.effort, w.capacity, w.too_much) for w in first.weeks] == [
        (date(2026, 6, 1), 2, 2.5, False),
        (date(2026, 6, 8), 5, 2.5, True),
    ]
    assert (second.owner, second.role, second.weeks[0].week) == ("", "developer", date(2026, 6, 1))


def test_a_week_with_a_holiday_has_a_day_less() -> None:
    loaded = plan(task("T1", (7, 21), (7, 24), effort=5, owner="a"))

    assert work_load(loaded, OFF)[0].weeks[0].capacity == 4


def test_working_days_leave_out_weekends_and_days_off() -> None:
    assert count_working(date(2026, 7, 17), date(2026, 7, 21), OFF) == 2
    assert count_working(date(2026, 7, 21), date(2026, 7, 17), OFF) == 0
    assert next_working(date(2026, 7, 18), OFF) == date(2026, 7, 21)
    assert why_off(date(2026, 7, 18), OFF, "ja") == "土曜日"
    assert why_off(date(2026, 7, 21), OFF, "ja") == ""
