"""The rule, what was changed, and what people decide."""

from datetime import timedelta
from typing import get_args

import pytest

from mlew.decision.rule import proposal
from mlew.decision.verdict import decided, verdict
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Origin, Remark, Theme
from mlew.domain.evidence_collecting import begun
from mlew.domain.iteration import CriterionGroup, Iteration
from mlew.domain.verdict import Certainty, Outcome, Result, Verdict
from mlew.errors import InputError, WorkshopClosed
from tests.unit.decision.cases import (
    INTENTION,
    MOCK,
    MOMENT,
    clicks,
    criterion,
    evidence,
    iteration,
    observed,
    snapshot,
)

SOLVED, DECIDED = clicks(5, 5, yes=0, no=5), clicks(5, 0, yes=5)
BOTH, NEITHER = clicks(5, 5, yes=5), clicks(5, 0, no=5)


def of(found: Evidence, test: Iteration | None = None) -> Verdict:
    return verdict(test or iteration(criterion(), INTENTION), found)


def theme(**fields: object) -> Theme:
    return Theme.model_validate({"name": "Speed", "voices": ("V1",), **fields})


@pytest.mark.parametrize(
    ("numbers", "decision", "reason", "back_to", "certainty"),
    [
        (BOTH, "go", "solved_and_decided", (), "provisional"),
        (SOLVED, "pivot", "solved_not_decided", ("define",), "provisional"),
        (DECIDED, "pivot", "decided_not_solved", ("invent", "refine"), "sure"),
        (NEITHER, "cut", "neither", (), "sure"),
    ],
)
def test_the_rule_of_the_method(
    numbers: object, decision: str, reason: str, back_to: tuple[str, ...], certainty: str
) -> None:
    """5 of 5 at 50 % are sure (Wilson from 56.6 %), at 80 % they are not; 0 of 5 are sure at both."""
    found = of(evidence(numbers)).proposal  # type: ignore[arg-type]
    assert (found.decision, found.reason, found.back_to, found.certainty) == (decision, reason, back_to, certainty)


def test_voices_that_contradict_the_journey_lead_back_to_listen() -> None:
    found = of(evidence(NEITHER, themes=(theme(leaning="against", contradicts=("A2", "A2")),)))
    assert (found.proposal.decision, found.proposal.back_to, found.proposal.otherwise) == ("pivot", ("listen",), "cut")
    assert found.contradicts == ("A2",)
    assert of(evidence(BOTH, themes=(theme(contradicts=("A2",)),))).proposal.decision == "go"


def test_without_data_nothing_is_proposed_and_it_says_what_is_waited_for() -> None:
    found = of(evidence())
    assert found.proposal.decision is None
    assert (found.proposal.solved, found.proposal.waiting_for) == ("open", ("C1", "C2"))
    assert not found.simulated and found.evidence_at is None


def test_one_tester_is_too_few_for_a_proposal() -> None:
    assert of(evidence(clicks(1, 1, yes=1))).proposal.decision is None


def test_a_missing_group_is_said() -> None:
    found = of(evidence(BOTH), iteration(criterion())).proposal
    assert (found.decision, found.solved, found.decided, found.waiting_for) == (None, "passed", "missing", ())


def test_contradictory_voices_are_shown_and_decide_nothing() -> None:
    themes = (theme(leaning="for"), theme(name="Trust", leaning="against"))
    found = of(evidence(BOTH, themes=themes))
    assert found.divided and found.proposal.decision == "go"
    assert of(evidence(BOTH, themes=(theme(leaning="mixed"),))).divided
    assert not of(evidence(BOTH, themes=themes[:1])).divided


def result(group: CriterionGroup, outcome: Outcome, certainty: Certainty | None = "provisional") -> Result:
    return Result(criterion=criterion(group=group), outcome=outcome, certainty=certainty)


def test_one_failure_decides_a_group_whatever_is_open() -> None:
    results = [
        result("problem_solved", "failed", "sure"),
        result("problem_solved", "unjudged", None),
        result("behaviour_change", "passed", "sure"),
    ]
    found = proposal(results)
    assert (found.solved, found.decision, found.certainty) == ("failed", "pivot", "sure")


@pytest.mark.parametrize("outcome", ["so_far", "no_data", "unjudged", "no_metric"])
def test_a_passed_criterion_beside_an_open_one_leaves_the_group_open(outcome: Outcome) -> None:
    results = [
        result("problem_solved", "passed"),
        result("problem_solved", outcome, None),
        result("behaviour_change", "failed"),
    ]
    assert proposal(results).solved == "open"
    assert proposal(results).decision is None


def test_a_mock_destroyed_early_keeps_its_numbers_and_says_so() -> None:
    gone = MOMENT - timedelta(days=2)
    found = of(evidence(snapshots=(snapshot(clicks(2, 2), destroyed_at=gone, simulated=True),)))
    assert (found.destroyed_at, found.simulated, found.mock, found.title) == (gone, True, MOCK, "Umbrella")
    assert found.results[0].outcome == "so_far"


def test_criteria_of_another_milestone_are_not_judged() -> None:
    assert verdict(iteration(criterion()), evidence(BOTH), milestone="fan").results == ()


def test_a_criterion_that_was_changed_after_evidence_came_in_is_shown() -> None:
    """4 of 5 fail at 90 %, and pass at the 80 % that were set afterwards."""
    before = iteration(criterion(threshold=90), INTENTION, criterion("C3"))
    found = begun(evidence(clicks(5, 4, yes=5)), before.milestones, MOMENT)
    now = iteration(criterion(threshold=80, statement="Most reach it"), INTENTION, criterion("C4"))
    changes = verdict(now, found).changes
    assert [(c.id, c.fields, c.outcome_before) for c in changes] == [
        ("C1", ("statement", "threshold"), "failed"),
        ("C3", (), "passed"),
        ("C4", (), None),
    ]
    assert verdict(now, found).results[0].outcome == "passed"
    assert (changes[1].after, changes[2].before) == (None, None)


def test_criteria_may_change_before_the_first_evidence() -> None:
    assert of(evidence()).changes == ()
    once = begun(evidence(), iteration(criterion()).milestones, MOMENT)
    assert begun(once, (), MOMENT + timedelta(days=1)) == once


def test_a_decision_is_a_named_persons_with_a_reason_and_history_stays() -> None:
    first = decided(of(evidence(BOTH)), "go", by="Product manager", reason="4 of 5 would buy", at=MOMENT)
    assert first.decision is not None and first.decision.supported
    later = verdict(iteration(criterion(), INTENTION), evidence(NEITHER), decisions=first.decisions)
    second = decided(later, "pivot", by="Sponsor", reason="V3", at=MOMENT, back_to="listen")
    assert [d.decision for d in second.decisions] == ["go", "pivot"]
    assert second.decision is not None
    assert (second.decision.proposed, second.decision.supported, second.decision.back_to) == ("cut", False, "listen")


def test_a_pivot_goes_where_the_rule_says_unless_somebody_says_otherwise() -> None:
    found = decided(of(evidence(SOLVED)), "pivot", by="P", reason="r", at=MOMENT)
    assert found.decision is not None and found.decision.back_to == "define"


def test_what_the_rule_allows_too_is_supported() -> None:
    found = of(evidence(NEITHER, themes=(theme(contradicts=("A2",)),)))
    assert decided(found, "cut", by="P", reason="r", at=MOMENT).decisions[0].supported


def test_a_decision_without_a_proposal_is_not_supported_by_observation() -> None:
    assert not decided(of(evidence()), "cut", by="P", reason="no time", at=MOMENT).decisions[0].supported


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize(
    "missing", [{"by": " "}, {"reason": ""}, {"decision": "pivot"}], ids=["nobody", "no reason", "no phase"]
)
def test_what_a_decision_lacks_is_named(missing: dict[str, str], locale: Locale) -> None:
    given = {"decision": "cut", "by": "P", "reason": "r", **missing}
    with pytest.raises(InputError) as refused:
        decided(of(evidence(BOTH)), at=MOMENT, locale=locale, **given)  # type: ignore[arg-type]
    assert refused.value.hint


@pytest.mark.parametrize("locale", get_args(Locale))
def test_a_closed_plan_keeps_its_decisions(locale: Locale) -> None:
    with pytest.raises(WorkshopClosed):
        decided(of(evidence(BOTH)), "cut", by="P", reason="r", at=MOMENT, closed=True, locale=locale)


def test_simulated_testers_are_told_from_people() -> None:
    sheets = tuple(one.model_copy(update={"simulated": True}) for one in observed(1))
    assert of(evidence(BOTH, observations=sheets)).simulated


def test_voices_have_places() -> None:
    remark = Remark(id="V1", text="Slow", origin=Origin(kind="observation", place="O1"))
    assert evidence(remarks=(remark,)).voices_of("O1") == (remark,)
    assert not evidence(remarks=(remark,)).empty and evidence().empty
