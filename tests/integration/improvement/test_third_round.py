"""What people recorded after one round of the edition is still there after the next one."""

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.gate import Gate
from mlew.domain.market_estimate import Market
from mlew.domain.plan import Plan
from mlew.domain.plan_status import overdue
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.services.market import market_of, set_multiple
from mlew.services.plans import Planning, plan_of
from mlew.services.priority import top_priority
from mlew.services.reading import current
from mlew.services.today import today_of
from mlew.services.verdicts import Deciding
from tests.workflow.after_practice import AfterPractice
from tests.workflow.outcome import versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort
from tests.workflow.testers import bring

DAYS = 60
"""Between two rounds."""


def record(practice: Practice) -> Plan:
    """What came of the plan: ② reached, work done, money approved, a point settled."""
    workshop = practice.stores.workshops.get(WORKSHOP)
    planning = Planning(practice.stores, practice.clock)
    plan, _ = plan_of(practice.stores, workshop)
    today = today_of(practice.clock, plan.time_zone)
    planning.set_milestone(
        workshop, "fan", actual=today, result="8 of 10 stay", decision="go", by="Head", reason="both lines crossed"
    )
    for task in plan.tasks[:3]:
        planning.finish_task(workshop, task.id, by="Planning A")
    planning.set_request(workshop, plan.requests[0].id, "approved", by="Planning A", note="as asked")
    planning.set_request(workshop, plan.requests[1].id, "submitted", by="Planning A")
    planning.settle_point(workshop, 1, "the dealer does it", by="Planning A")
    return plan_of(practice.stores, workshop)[0]


def correct(practice: Practice) -> Market:
    """Sales knows the share better."""
    workshop = practice.stores.workshops.get(WORKSHOP)
    market, ref = market_of(practice.stores, workshop)
    known = {"low": 1.5, "middle": 2.0, "high": 2.5, "source": "orders of last year", "assumed": False}
    share = market.inputs.share.model_copy(update=known)
    body = market.model_copy(update={"inputs": market.inputs.model_copy(update={"share": share})})
    practice.editing.save(workshop, "market", TEAM, body, by="Sales A", based_on_version=ref.version)
    return market_of(practice.stores, workshop)[0]


def assert_kept(before: Plan, after: Plan) -> None:
    assert after.milestone("fan") == before.milestone("fan")
    assert [after.task(t.id) for t in before.tasks[:3]] == list(before.tasks[:3])
    assert after.requests[:2] == before.requests[:2]
    assert after.open_points[0] == before.open_points[0]
    titles = {task.id: task.title for task in before.tasks}
    assert all(titles.get(task.id, task.title) == task.title for task in after.tasks)


def test_what_was_recorded_in_plan_and_market_is_there_after_the_next_round(after_practice: AfterPractice) -> None:
    practice = after_practice.again()
    practice.run_round(WORKSHOP)
    plan, market = record(practice), correct(practice)
    closed = versions_of(practice.stores, practice.stores.workshops.get(WORKSHOP))["market/team"]
    bring(practice, WORKSHOP, {"a": "for"})
    practice.clock.advance(days=DAYS)
    practice.model = model = RehearsedPort()
    third = practice.improve(WORKSHOP)
    set_multiple(practice.stores, practice.clock, WORKSHOP, 7, by="Planning A", reason="a crowded market")

    practice.go(third)

    status = practice.runs.status(WORKSHOP)
    assert (status.workshop.state, status.workshop.failure, status.workshop.edition_round) == ("finished", "", 3)
    after, _ = plan_of(practice.stores, status.workshop)
    assert_kept(plan, after)
    today = today_of(practice.clock, after.time_zone)
    assert not [one for one in overdue(after, today) if one.kind in ("milestone", "task", "point")]
    estimated, _ = market_of(practice.stores, status.workshop)
    assert estimated.inputs.share == market.inputs.share
    assert (estimated.estimate.n, estimated.estimate.n_changed) == (7, False)
    assert versions_of(practice.stores, status.workshop)["market/team"][: len(closed)] == closed
    asked = {request.nonce.partition("/")[0]: request.text for request in model.requests}
    assert "8 of 10 stay" in asked["plan"]
    assert "orders of last year" in asked["market_estimate"]


def test_what_was_recorded_before_the_plan_is_sent_back_is_there_afterwards(after_practice: AfterPractice) -> None:
    recorded: list[Plan] = []

    def people(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        if gate.phase == "plan" and not recorded:
            recorded.append(record(practice))
            practice.gates.ask_again(workshop, "plan", by="Planning A", comment="Fewer meetings")
        else:
            practice.gates.decide_by_numbers(workshop, gate.phase, by="Planning A")

    practice = after_practice.again(people=people)

    workshop = practice.run_round(WORKSHOP, gates="review").workshop

    assert workshop.state == "finished"
    after, ref = plan_of(practice.stores, workshop)
    assert_kept(recorded[0], after)
    assert [t.id for t in after.tasks] == [t.id for t in recorded[0].tasks], "asked again, no task is doubled"
    assert ref.version > 1


@pytest.mark.parametrize(("pair", "seen"), [("a", True), ("b", False)])
def test_milestones_rest_on_an_estimate_of_their_own_pair_only(
    after_practice: AfterPractice, pair: str, seen: bool
) -> None:
    practice = after_practice.again()
    workshop = practice.run_round(WORKSHOP).workshop
    market, ref = market_of(practice.stores, workshop)
    body = market.model_copy(update={"pair": pair})
    practice.editing.save(workshop, "market", TEAM, body, by="Sales A", based_on_version=ref.version)
    practice.model = model = RehearsedPort()

    practice.run_round(WORKSHOP)

    asked = next(r.text for r in model.requests if r.nonce.startswith("market_milestones/a/"))
    assert ("# Market estimate" in asked) is seen


def test_the_estimate_is_about_the_pair_that_refine_completed_whatever_is_decided_later(
    after_practice: AfterPractice,
) -> None:
    def people(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        deciding = Deciding(practice.stores, practice.clock)
        if gate.phase == "precheck":
            for pair in "ab":
                deciding.decide(workshop, pair, "go", by="Head", arn="", reason="we believe in both")
        if gate.phase == "iterate":
            deciding.decide(workshop, completed(practice), "pivot", by="Head", arn="", reason="wider", back_to="define")
        practice.gates.decide_by_numbers(workshop, gate.phase, by="Planning A")

    practice = after_practice.again(people=people)

    workshop = practice.run_round(WORKSHOP, gates="review").workshop

    assert workshop.state == "finished"
    market, _ = market_of(practice.stores, workshop)
    assert top_priority(practice.stores, workshop) != completed(practice)
    assert market.pair == completed(practice)
    based_on = versions_of(practice.stores, workshop)["plan/team"][-1].provenance.based_on
    assert any(one.startswith(f"press_release/{market.pair}@") for one in based_on)


def completed(practice: Practice) -> str:
    """The pair whose press release has a provider's message."""
    workshop = practice.stores.workshops.get(WORKSHOP)
    (pair,) = (p.id for p in workshop.pairs if current(practice.stores, workshop, PressRelease, p.id)[0].provider)
    return pair
