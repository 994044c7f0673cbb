"""People change the plan: each change is a new version, what cannot be is refused with the reason."""

from datetime import date
from typing import Any

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.plan import Plan
from mlew.errors import Conflict, InputError, NotFound
from mlew.services.editing import Editing
from mlew.services.plans import Planning, plan_of
from tests.unit.documents.plans import TODAY, TOOLS
from tests.unit.services.plan_bench import PlanBench


@pytest.fixture
def bench() -> PlanBench:
    """Today is the day on which the plan starts."""
    found = PlanBench()
    found.clock.advance(days=(TODAY - date(2026, 4, 1)).days)
    found.put("plan", TOOLS)
    return found


def save(bench: PlanBench, **changes: Any) -> Plan:
    plan, ref = plan_of(bench.stores, bench.workshop)
    edited = plan.model_copy(update=changes)
    Editing(bench.stores, bench.clock).save(
        bench.workshop, "plan", TEAM, edited, by="Planning A", based_on_version=ref.version
    )
    return plan_of(bench.stores, bench.workshop)[0]


def task(number: int, **changes: Any) -> dict[str, Any]:
    tasks = list(TOOLS.tasks)
    tasks[number - 1] = tasks[number - 1].model_copy(update=changes)
    return {"tasks": tuple(tasks)}


def test_a_circle_is_refused_with_the_tasks_that_wait_for_each_other(bench: PlanBench) -> None:
    with pytest.raises(InputError, match=r"T2 .* wait for each other"):
        save(bench, **task(2, depends_on=("T6",)))

    assert plan_of(bench.stores, bench.workshop)[1].version == 1


def test_a_date_before_today_is_refused_with_the_date(bench: PlanBench) -> None:
    with pytest.raises(InputError, match=r"on 2026-10-27, before today \(2026-10-28\)"):
        save(bench, **task(1, start=date(2026, 10, 27)))


def test_what_has_become_overdue_does_not_keep_people_from_planning_on(bench: PlanBench) -> None:
    bench.clock.advance(days=30)

    changed = save(bench, **task(5, start=date(2026, 11, 30), due=date(2026, 12, 4)))

    assert changed.tasks[4].due == date(2026, 12, 4)
    with pytest.raises(InputError, match="before today"):
        save(bench, **task(5, start=date(2026, 11, 30), due=date(2026, 11, 26)))


def test_warnings_are_those_of_the_plan_as_it_is_now(bench: PlanBench) -> None:
    save(bench, **task(6, due=date(2026, 12, 26), start=date(2026, 12, 24)))

    latest = bench.stores.artifacts.latest("w1", "plan", TEAM)
    assert latest is not None
    assert any("2026-12-26 is a day off" in w.message for w in latest.warnings)
    save(bench, **task(6, due=date(2026, 12, 24), start=date(2026, 12, 24)))
    latest = bench.stores.artifacts.latest("w1", "plan", TEAM)
    assert latest is not None
    assert not any("2026-12-26" in w.message for w in latest.warnings)


def test_what_people_record_is_kept_version_by_version(bench: PlanBench) -> None:
    planning, workshop = Planning(bench.stores, bench.clock), bench.workshop

    planning.finish_task(workshop, "T1", by="Planning B")
    planning.set_request(workshop, "R1", "approved", by="Planning A", note="8,000 only")
    planning.settle_point(workshop, 1, "The depot manager", by="Planning B")
    bench.clock.advance(days=80)
    saved = planning.set_milestone(
        workshop,
        "fan",
        actual=date(2027, 1, 14),
        result="4 of 5",
        decision="go",
        by="Planning A",
        reason="line crossed",
    )

    assert saved.version == 5
    assert saved.provenance.author == "Planning A"
    plan, _ = plan_of(bench.stores, workshop)
    assert plan.tasks[0].finished == TODAY
    assert (plan.requests[0].state, plan.requests[0].note) == ("approved", "8,000 only")
    assert plan.open_points[0].settled == "The depot manager"
    fan = plan.milestone("fan")
    assert fan is not None
    assert (fan.result, fan.decision, fan.decided_by) == ("4 of 5", "go", "Planning A")


def test_a_request_keeps_its_note_if_none_is_given(bench: PlanBench) -> None:
    planning = Planning(bench.stores, bench.clock)
    planning.set_request(bench.workshop, "R1", "submitted", by="a", note="on paper")

    planning.set_request(bench.workshop, "R1", "rejected", by="a")

    assert plan_of(bench.stores, bench.workshop)[0].requests[0].note == "on paper"


def test_what_is_not_in_the_plan_is_named_with_what_is(bench: PlanBench) -> None:
    planning, workshop = Planning(bench.stores, bench.clock), bench.workshop

    with pytest.raises(NotFound, match="There are: T1, T2"):
        planning.finish_task(workshop, "T99", by="a")
    with pytest.raises(NotFound, match="There are: R1"):
        planning.set_request(workshop, "R9", "approved", by="a")
    with pytest.raises(NotFound):
        planning.settle_point(workshop, 2, "somehow", by="a")
    with pytest.raises(NotFound):
        planning.settle_point(workshop, 0, "somehow", by="a")


def test_what_has_not_happened_cannot_be_recorded(bench: PlanBench) -> None:
    planning, workshop = Planning(bench.stores, bench.clock), bench.workshop

    with pytest.raises(InputError, match="after today"):
        planning.finish_task(workshop, "T1", by="a", on=date(2026, 10, 29))
    with pytest.raises(InputError, match="Say how"):
        planning.settle_point(workshop, 1, " ", by="a")
    with pytest.raises(InputError, match="after today"):
        planning.set_milestone(workshop, "fan", actual=date(2027, 1, 14), result="", decision="open", by="a", reason="")


def test_today_is_that_of_the_plans_time_zone(bench: PlanBench) -> None:
    planning = Planning(bench.stores, bench.clock)
    bench.clock.advance(minutes=-30)

    saved = planning.finish_task(bench.workshop, "T1", by="a")

    assert isinstance(saved.body, Plan)
    assert saved.body.tasks[0].finished == date(2026, 10, 27)


def test_two_who_record_at_once_both_come_in(bench: PlanBench, monkeypatch: pytest.MonkeyPatch) -> None:
    planning, workshop = Planning(bench.stores, bench.clock), bench.workshop
    real = bench.stores.artifacts.add
    fights: list[int] = []

    def add(workshop_id: str, artifact: Any) -> None:
        if not fights:
            fights.append(1)
            planning.finish_task(workshop, "T2", by="Development B")
        real(workshop_id, artifact)

    monkeypatch.setattr(bench.stores.artifacts, "add", add)
    planning.finish_task(workshop, "T1", by="Planning B")

    assert [t.finished is not None for t in plan_of(bench.stores, workshop)[0].tasks[:3]] == [True, True, False]


def test_a_store_that_always_loses_says_so(bench: PlanBench, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(workshop_id: str, artifact: Any) -> None:
        raise Conflict("somebody was faster")

    monkeypatch.setattr(bench.stores.artifacts, "add", add)
    with pytest.raises(Conflict):
        Planning(bench.stores, bench.clock).finish_task(bench.workshop, "T1", by="a")
