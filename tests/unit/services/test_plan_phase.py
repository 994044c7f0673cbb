"""The plan phase: real dates, and nothing that cannot be carried out."""

from datetime import date, datetime
from typing import Any

import pytest

from mlew.domain.plan_errors import plan_errors
from mlew.services.phases.improvement.plan import write_plan
from tests.unit.rehearsal.planning import plan_draft
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer
from tests.unit.services.planning_cases import NAMES, TODAY, drafted, planned


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


def with_task(number: int, **changes: Any) -> dict[str, Any]:
    tasks = [dict(task) for task in drafted()["tasks"]]
    tasks[number - 1] |= changes
    return drafted(tasks=tasks)


def test_the_model_knows_people_by_role_and_the_plan_names_them(bench: PlanBench) -> None:
    plan, _ = planned(bench)

    (request,) = bench.model.requests
    assert not [name for name in NAMES if name in request.text + request.system]
    assert {task.owner for task in plan.tasks} <= set(NAMES)
    assert plan.requests[0].approver == "Head of sales"
    assert plan.meeting is not None
    assert plan.meeting.people == ("Planning A", "Development A", "Development B", "Planning B")
    assert plan_errors(plan, TODAY) == []


def test_today_is_where_the_team_is_and_holidays_are_told(bench: PlanBench) -> None:
    bench.clock.advance(minutes=-9 * 60)

    plan, _ = planned(bench)

    assert plan.starts == TODAY
    bench.clock.advance(minutes=-1)
    bench.script(answer(plan_draft(CUSTOMER, date(2026, 3, 31)).model_dump()))
    write_plan(bench.work, bench.workshop, 2)
    assert "2026-03-31" in bench.model.requests[0].text
    assert "2026-04-29 | Showa Day" in bench.model.requests[0].text


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"number": 1, "depends_on": [9]}, "wait for each other"),
        ({"number": 1, "start": "2026-03-31"}, "before today (2026-04-01)"),
        ({"number": 1, "due": "2026-04-04"}, "day off (Saturday)"),
        ({"number": 9, "due": "2026-05-29"}, "working days. Split it"),
        ({"number": 2, "owner": "Somebody"}, "The owner is one of P-1, P-2, P-3, P-4, P-0"),
        ({"number": 2, "depends_on": [77]}, "There is no task 'T77'"),
        ({"number": 3, "done_when": " "}, "what is there when it is done"),
    ],
)
def test_what_cannot_be_or_is_weak_goes_back_to_the_model(bench: PlanBench, broken: dict[str, Any], said: str) -> None:
    number = broken.pop("number")
    planned(bench, with_task(number, **broken), drafted())
    broken["number"] = number

    (turn,) = bench.model.requests[1].turns
    assert said in turn[1]


def test_milestone_two_after_three_months_is_a_warning_to_repair_and_to_see(bench: PlanBench) -> None:
    late = [{**m, "planned": "2026-07-10"} if m["name"] == "fan" else m for m in drafted()["milestones"]]

    _, artifact = planned(bench, *[drafted(milestones=late)] * 3)

    assert "plan-fan-late" in {w.rule for w in artifact.warnings}


def test_a_circle_that_stays_is_cut_and_told(bench: PlanBench) -> None:
    plan, artifact = planned(bench, *[with_task(1, depends_on=[9])] * 3)

    assert plan_errors(plan, TODAY) == []
    assert "no longer waits for" in plan.extra
    assert "plan-circle" in {w.rule for w in artifact.warnings}


def test_dates_that_stay_in_the_past_or_on_holidays_are_moved_and_told(bench: PlanBench) -> None:
    draft = with_task(2, start="2026-03-02", due="2026-03-04")
    reports = [{**r, "when": "2026-04-29 10:30"} if r["milestone"] == "fan" else r for r in draft["reports"]]

    plan, _ = planned(bench, *[{**draft, "reports": reports}] * 3)

    assert plan_errors(plan, TODAY) == []
    moved = plan.task("T2")
    assert moved is not None
    assert (moved.start, moved.due) == (TODAY, TODAY)
    assert "2026-03-02 → 2026-04-01" in plan.extra
    assert plan.reports[0].when == datetime(2026, 4, 30, 10, 30)  # noqa: DTZ001 - wall time


def test_a_date_that_is_none_fits_no_form(bench: PlanBench) -> None:
    planned(bench, with_task(1, due="next month"), drafted())

    (turn,) = bench.model.requests[1].turns
    assert "YYYY-MM-DD" in turn[1]
