"""Plans that cannot be, plans that are weak, and what decides their date – worked out with a calendar at hand.

2026-06-01 is a Monday. Days off in these cases: 2026-07-20, and weekends.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.critical_path import circle, critical_path
from mlew.domain.plan import (
    InvestmentItem,
    InvestmentRequest,
    OpenPoint,
    Task,
)
from mlew.domain.plan_status import overdue, set_milestone
from mlew.errors import InputError, NotFound
from tests.unit.domain.planning import GOOD, OFF, TODAY, plan

_days = st.integers(0, 40)


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
    with pytest.raises(InputError) as nameless:
        set_milestone(GOOD, "fan", actual=TODAY, by=" ", locale="ja", **given_)
    assert "名前と理由" in nameless.value.said("ja").message
    with pytest.raises(NotFound):
        set_milestone(plan(milestones=()), "fan", actual=TODAY, by="x", **given_)


def test_money_of_a_kind_is_summed_without_what_was_rejected() -> None:
    more = InvestmentRequest(id="R2", kind="validation", items=(InvestmentItem(name="x", amount=1),), state="rejected")

    assert plan(requests=(*GOOD.requests, more)).asked("validation") == 350_000
    assert GOOD.asked("competition") == 0


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
