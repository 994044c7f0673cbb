"""Plans that cannot be, plans that are weak, and what decides their date – worked out with a calendar at hand.

2026-06-01 is a Monday. Days off in these cases: 2026-07-20, and weekends.
"""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.critical_path import circle, critical_path
from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentItem,
    InvestmentRequest,
    MilestoneDate,
    OpenPoint,
    Plan,
    ProgressMeeting,
    Task,
)
from mlew.domain.plan_errors import check_plan, plan_errors
from mlew.domain.plan_status import overdue, set_milestone
from mlew.domain.plan_warnings import meeting_days, months_after, open_checks, plan_warnings
from mlew.domain.work_load import work_load
from mlew.domain.working_days import count_working, next_working, why_off
from mlew.errors import InputError, NotFound

TODAY = date(2026, 6, 1)
OFF = {date(2026, 7, 20): "Marine Day"}


def task(name: str, start: tuple[int, int], due: tuple[int, int], *after: str, **more: Any) -> Task:
    given_ = {"title": f"title of {name}", "owner": "planner", "effort": 1.0} | more
    return Task(id=name, start=date(2026, *start), due=date(2026, *due), depends_on=after, **given_)


def plan(*tasks: Task, **more: Any) -> Plan:
    given_: dict[str, Any] = {
        "starts": TODAY,
        "milestones": (
            MilestoneDate(name="sponsor", planned=date(2026, 6, 19)),
            MilestoneDate(name="fan", planned=date(2026, 8, 31)),
            MilestoneDate(name="share", planned=date(2026, 10, 30)),
            MilestoneDate(name="release", planned=date(2026, 12, 1)),
        ),
        "tasks": tasks,
        "meeting": ProgressMeeting(first=datetime(2026, 6, 3, 10, 0), until=date(2026, 8, 31)),  # noqa: DTZ001
        "reports": tuple(
            ExecutiveReport(milestone=name, when=datetime(2026, month, day, 15, 0))  # noqa: DTZ001
            for name, month, day in (("sponsor", 6, 22), ("fan", 9, 1), ("share", 11, 2), ("release", 12, 2))
        ),
        "requests": (
            InvestmentRequest(
                id="R1",
                kind="validation",
                items=(InvestmentItem(name="tests", amount=300_000), InvestmentItem(name="gifts", amount=50_000)),
                approver="sponsor",
                needed_by=date(2026, 6, 12),
            ),
        ),
    }
    return Plan(**(given_ | more))


def rules(found: Plan) -> list[str]:
    return [warning.rule for warning in plan_warnings(found, OFF)]


GOOD = plan(task("T1", (6, 1), (6, 3)), task("T2", (6, 4), (6, 5), "T1"))


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


def test_what_is_past_its_day_and_not_done_is_overdue_oldest_first() -> None:
    found = overdue(
        plan(*GOOD.tasks, open_points=(OpenPoint(text="legal", until=date(2026, 6, 2)),)), date(2026, 6, 15)
    )

    assert [(one.what.split()[0], one.days) for one in found] == [("legal", 13), ("T1", 12), ("T2", 10), ("R1", 3)]
    assert overdue(GOOD, date(2026, 6, 3)) == ()


def test_a_milestone_takes_its_result_and_a_decision_with_a_name() -> None:
    done = set_milestone(
        GOOD, "sponsor", actual=date(2026, 6, 18), result="4 of 5", decision="go", by="sponsor", reason="80 %",
        today=date(2026, 6, 19),
    )  # fmt: skip

    reached = done.milestone("sponsor")
    assert reached is not None
    assert (reached.actual, reached.result, reached.decision) == (date(2026, 6, 18), "4 of 5", "go")
    assert done.milestone("fan") == GOOD.milestone("fan")
    assert not [one for one in overdue(done, date(2026, 6, 20)) if one.what.startswith("①")]


def test_a_result_from_the_future_or_a_nameless_decision_is_refused() -> None:
    given_: dict[str, Any] = {"result": "", "decision": "go", "reason": "x", "today": TODAY}
    with pytest.raises(InputError, match="after today"):
        set_milestone(GOOD, "fan", actual=date(2026, 6, 2), by="x", **given_)
    with pytest.raises(InputError, match="名前と理由"):
        set_milestone(GOOD, "fan", actual=TODAY, by=" ", locale="ja", **given_)
    with pytest.raises(NotFound):
        set_milestone(plan(milestones=()), "fan", actual=TODAY, by="x", **given_)


def test_money_of_a_kind_is_summed_without_what_was_rejected() -> None:
    more = InvestmentRequest(id="R2", kind="validation", items=(InvestmentItem(name="x", amount=1),), state="rejected")

    assert plan(requests=(*GOOD.requests, more)).asked("validation") == 350_000
    assert GOOD.asked("competition") == 0


_days = st.integers(0, 40)


@given(st.lists(st.tuples(_days, st.integers(0, 6), st.sets(st.integers(0, 7), max_size=3)), min_size=1, max_size=8))
def test_any_plan_is_either_a_circle_or_has_a_path_that_follows_dependencies(
    drawn: list[tuple[int, int, set[int]]],
) -> None:
    first = TODAY.toordinal()
    tasks = tuple(
        Task(
            id=f"T{n}", title="x", start=date.fromordinal(first + start), due=date.fromordinal(first + start + length),
            depends_on=tuple(f"T{one}" for one in sorted(after)),
        )
        for n, (start, length, after) in enumerate(drawn)
    )  # fmt: skip
    if circle(tasks):
        assert all(name in {t.id for t in tasks} for name in circle(tasks))
        return
    found = critical_path(plan(*tasks), OFF)
    ends = {one.task: one.ends for one in found.timings}
    begins = {one.task: one.begins for one in found.timings}
    for one in tasks:
        assert all(ends[before] <= begins[one.id] for before in one.depends_on if before in ends)
    assert all(
        a in next(t for t in tasks if t.id == b).depends_on for a, b in zip(found.tasks, found.tasks[1:], strict=False)
    )
    assert found.slack == min(one.slack for one in found.timings if one.slack is not None)
