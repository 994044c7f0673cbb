"""A decision that people take stands in the plan that is there, at once."""

from datetime import date

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market
from mlew.domain.plan import MilestoneDate, Plan
from mlew.domain.verdict import DecisionKind
from mlew.services.plans import Planning, plan_of
from tests.unit.decision.cases import INTENTION, criterion
from tests.unit.domain.test_market_estimate import inputs
from tests.unit.services.judged import BOTH, Judged, both_tried

MARKET = Market(pair="a", inputs=inputs(), estimate=estimate_market(inputs()))
BEFORE = MilestoneDate(name="fan", planned=date(2026, 7, 1), line="8 of 10 reach it")
PLAN = Plan(
    starts=date(2026, 4, 1),
    milestones=(
        MilestoneDate(name="sponsor", actual=date(2026, 4, 1), decision="go", decided_by="Head", reason="seen"),
        BEFORE,
        MilestoneDate(name="share", planned=date(2026, 8, 3)),
    ),
)


@pytest.fixture
def judged() -> Judged:
    """The second round looks back on the mocks of the first, for ②; the plan of the first is about pair a."""
    found = both_tried()
    decide(found, "a", "go")
    decide(found, "b", "go")
    for pair in ("a", "b"):
        found.criteria(pair, round_=2, fan=(criterion(), INTENTION))
    found.change(edition_round=3, earlier_rounds={"iterate": 2, "plan": 1, "precheck": 1, "market": 1})
    for pair in ("a", "b"):
        found.evidence(pair, BOTH, mock=found.mock(pair, round_=2))
    found.add("plan", PLAN)
    found.add("market", MARKET)
    return found


def decide(judged: Judged, pair: str, kind: DecisionKind, **more: str) -> None:
    judged.clock.advance(minutes=1)
    given = {"by": "Planning A", "arn": "arn:x", "reason": "Aoi Sato came back", **more}
    judged.deciding.decide(judged.workshop, pair, kind, **given)  # type: ignore[arg-type]


def fan_of(judged: Judged) -> MilestoneDate:
    found = plan_of(judged.stores, judged.workshop)[0].milestone("fan")
    assert found is not None
    return found


def test_a_go_for_fans_is_in_the_plan_with_the_decider_the_reason_and_the_numbers(judged: Judged) -> None:
    decide(judged, "a", "go")

    row = fan_of(judged)
    assert (row.planned, row.line) == (BEFORE.planned, BEFORE.line)
    assert (row.decision, row.decided_by, row.reason) == ("go", "Planning A", "Aoi Sato came back")
    assert row.actual == judged.clock.now().date() and row.result.startswith("C1 ")
    version = judged.stores.artifacts.latest("w1", "plan", TEAM)
    assert version is not None
    assert (version.version, version.provenance.author, version.provenance.arn) == (2, "Planning A", "arn:x")
    others = [one for one in plan_of(judged.stores, judged.workshop)[0].milestones if one.name != "fan"]
    assert others == [one for one in PLAN.milestones if one.name != "fan"]


def test_names_on_the_lists_are_not_written_into_the_plan(judged: Judged) -> None:
    judged.change(plan=judged.workshop.plan.model_copy(update={"sponsor": "Aoi Sato"}))

    decide(judged, "a", "go")

    assert fan_of(judged).reason == "[name 1] came back"


def test_a_decision_that_turns_is_told_too_and_the_milestone_is_open_again(judged: Judged) -> None:
    decide(judged, "a", "go")
    decide(judged, "a", "pivot", back_to="define")

    assert fan_of(judged).actual is None
    assert (fan_of(judged).decision, fan_of(judged).planned) == ("pivot", BEFORE.planned)


def test_a_correction_by_hand_stays_until_somebody_decides_anew(judged: Judged) -> None:
    decide(judged, "a", "go")
    Planning(judged.stores, judged.clock).set_milestone(
        judged.workshop, "fan", actual=PLAN.starts, result="9 of 10", decision="go", by="Head", reason="counted"
    )
    assert fan_of(judged).result == "9 of 10"

    decide(judged, "a", "go", reason="once more")

    assert (fan_of(judged).reason, fan_of(judged).decided_by) == ("once more", "Planning A")


@pytest.mark.parametrize(("by", "result"), [("auto", "9 of 10"), ("Planning A", "")])
def test_what_a_person_wrote_down_as_reached_is_not_undone_by_the_rule_alone(
    judged: Judged, by: str, result: str
) -> None:
    Planning(judged.stores, judged.clock).set_milestone(
        judged.workshop, "fan", actual=PLAN.starts, result="9 of 10", decision="go", by="Head", reason="counted"
    )

    decide(judged, "a", "pivot", by=by, back_to="define")

    row = fan_of(judged)
    assert (row.result == "9 of 10", row.decision) == (bool(result), "go" if result else "pivot")


def test_a_pair_that_the_plan_is_not_about_leaves_it_alone(judged: Judged) -> None:
    decide(judged, "b", "go")

    assert plan_of(judged.stores, judged.workshop)[0] == PLAN


def test_a_milestone_that_somebody_took_out_of_the_plan_comes_back_in_its_place(judged: Judged) -> None:
    rest = tuple(one for one in PLAN.milestones if one.name != "fan")
    judged.add("plan", PLAN.model_copy(update={"milestones": rest}))

    decide(judged, "a", "go")

    assert [one.name for one in plan_of(judged.stores, judged.workshop)[0].milestones] == ["sponsor", "fan", "share"]
    assert fan_of(judged).line


def test_without_a_plan_a_decision_is_kept_all_the_same() -> None:
    judged = Judged()
    judged.criteria("a")
    judged.evidence("a", BOTH, mock=judged.mock("a"))

    decide(judged, "a", "go")

    assert judged.stores.artifacts.head("w1", "plan", TEAM) is None
