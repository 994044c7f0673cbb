"""What came of earlier milestones, and what is still open, stands in the plan."""

import pytest

from mlew.domain.verdict import Decision, DecisionKind, Proposal, Verdict
from tests.unit.services.plan_bench import PlanBench
from tests.unit.services.planning_cases import TODAY, decided_on_fans, decision_now, drafted, planned


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


def test_checks_that_nothing_answers_become_open_points(bench: PlanBench) -> None:
    tasks = [{**task, "serves": "none"} for task in drafted()["tasks"]]
    requests = [{**request, "approver": ""} for request in drafted()["requests"]]

    plan, _ = planned(bench, drafted(tasks=tasks, requests=requests))

    assert {point.check for point in plan.open_points if point.check} == {"ask_others", "try_first", "approval"}


def test_what_came_of_milestone_one_stands_in_the_plan(bench: PlanBench) -> None:
    decision = Decision(
        decision="go", by="Planning A", reason="both lines crossed", at=bench.clock.now(), supported=True
    )
    proposal = Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed")
    bench.put("verdict", Verdict(pair="a", round=1, proposal=proposal, decisions=(decision,)), "a")

    plan, _ = planned(bench)

    first = plan.milestone("sponsor")
    assert first is not None
    assert (first.actual, first.decision, first.decided_by) == (TODAY, "go", "Planning A")


def test_what_came_of_milestone_two_stands_in_the_plan_by_itself(bench: PlanBench) -> None:
    decided_on_fans(bench, decision_now(bench, "go"))

    plan, _ = planned(bench)

    fan = plan.milestone("fan")
    assert fan is not None
    assert (fan.actual, fan.decision, fan.decided_by, fan.reason) == (TODAY, "go", "Planning A", "both lines crossed")
    assert fan.planned is not None
    assert [one.name for one in plan.milestones] == ["sponsor", "fan", "share", "release"]


@pytest.mark.parametrize("kind", ["pivot", "cut"])
def test_milestone_two_that_is_not_reached_keeps_a_day_ahead_and_says_what_was_decided(
    bench: PlanBench, kind: DecisionKind
) -> None:
    decided_on_fans(bench, decision_now(bench, kind, reason="2 of 5"))

    fan = planned(bench)[0].milestone("fan")

    assert fan is not None and fan.planned is not None
    assert (fan.actual, fan.decision, fan.reason) == (None, kind, "2 of 5")
    assert fan.planned > TODAY
