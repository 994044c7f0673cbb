"""Verdicts of a workshop: on the newest evidence, decided by people, moving pairs."""

import pytest

from mlew.domain.artifact import Artifact
from mlew.domain.gate import Decision, Gate
from mlew.errors import InputError, WorkshopClosed
from mlew.services.judging import judge
from mlew.services.verdicts import (
    all_cut,
    decide_as_proposed,
    shown_round,
    taken_decisions,
    undecided,
    verdict_of,
    verdicts_now,
    verdicts_of_round,
)
from tests.unit.decision.cases import INTENTION, criterion, observed
from tests.unit.services.judged import BOTH, DECIDED, NEITHER, SOLVED, Judged


@pytest.fixture
def judged() -> Judged:
    """Pair a: solved and decided; pair b: neither."""
    found = Judged()
    for pair, clicks in (("a", BOTH), ("b", NEITHER)):
        found.criteria(pair)
        found.evidence(pair, clicks, mock=found.mock(pair))
    return found


def decide(judged: Judged, pair: str, kind: str, **more: object) -> None:
    judged.clock.advance(minutes=1)
    given = {"by": "Planning A", "arn": "arn:x", "reason": "what we saw", **more}
    judged.deciding.decide(judged.workshop, pair, kind, **given)  # type: ignore[arg-type]


def working(judged: Judged) -> tuple[list[str], list[str]]:
    workshop = judged.workshop
    return [p.id for p in workshop.pairs], [p.id for p in workshop.past_pairs]


def close_plan(judged: Judged) -> None:
    at = judged.clock.now()
    judged.stores.gates.open("w1", Gate(phase="plan", round=1, mode="review", opened_at=at))
    judged.stores.gates.decide("w1", "plan", 1, Decision(verb="approve", by="Planning A", at=at))


def test_a_verdict_is_kept_once_and_again_only_when_something_changed(judged: Judged) -> None:
    first = judge(judged.work, judged.workshop, "a")
    assert first is not None and first.version == 1
    assert judge(judged.work, judged.workshop, "a") == first
    judged.evidence("a", NEITHER, mock=judged.stores.mocks.list("w1")[0])
    again = judge(judged.work, judged.workshop, "a")
    assert again is not None and again.version == 2
    stored = judged.stores.artifacts.get("w1", again)
    assert stored.provenance.based_on == ("evidence/a@2",)


def test_without_criteria_there_is_nothing_to_judge() -> None:
    judged = Judged()
    assert judge(judged.work, judged.workshop, "a") is None
    assert verdicts_now(judged.stores, judged.workshop) == {}
    with pytest.raises(InputError):
        decide(judged, "a", "go")


def test_without_evidence_a_pair_is_judged_as_unknown() -> None:
    judged = Judged()
    judged.criteria("a")
    assert judge(judged.work, judged.workshop, "a") is not None
    found = verdict_of(judged.stores, judged.workshop, "a")
    assert found is not None and [r.outcome for r in found.results] == ["no_data", "no_data"]
    assert undecided(judged.stores, judged.workshop) == ()


def test_what_the_rule_speaks_of_waits_for_people(judged: Judged) -> None:
    assert undecided(judged.stores, judged.workshop) == ("a", "b")
    decide(judged, "a", "go")
    assert undecided(judged.stores, judged.workshop) == ("b",)


def test_in_mode_auto_the_rule_is_followed(judged: Judged) -> None:
    assert decide_as_proposed(judged.work, judged.workshop, "auto") == ("a", "b")
    taken = [
        (one.verdict.pair, one.decision.decision, one.decision.by)
        for one in taken_decisions(judged.stores, judged.workshop)
    ]
    assert taken == [("a", "go", "auto"), ("b", "cut", "auto")]
    assert all(
        one.decision.supported and one.decision.reason for one in taken_decisions(judged.stores, judged.workshop)
    )
    assert working(judged) == (["a"], ["b"])
    assert decide_as_proposed(judged.work, judged.workshop, "auto") == ()


def test_in_mode_auto_a_pivot_goes_back_where_the_rule_says() -> None:
    judged = Judged()
    for pair, clicks in (("a", SOLVED), ("b", DECIDED)):
        judged.criteria(pair)
        judged.evidence(pair, clicks, mock=judged.mock(pair))
    decide_as_proposed(judged.work, judged.workshop, "auto")
    assert [one.decision.back_to for one in taken_decisions(judged.stores, judged.workshop)] == ["define", "invent"]


def test_a_cut_pair_stands_aside_and_comes_back_in_its_place(judged: Judged) -> None:
    decide(judged, "a", "cut")
    assert working(judged) == (["b"], ["a"])
    decide(judged, "a", "pivot", back_to="define")
    assert working(judged) == (["a", "b"], [])


def test_if_all_are_cut_all_stay(judged: Judged) -> None:
    decide(judged, "a", "cut")
    decide(judged, "b", "cut")
    assert working(judged) == (["a", "b"], [])
    assert all_cut(judged.stores, judged.workshop)
    decide(judged, "b", "go")
    assert working(judged) == (["b"], ["a"])
    assert not all_cut(judged.stores, judged.workshop)


def test_a_pair_that_was_merged_is_no_longer_decided_on_and_stays_merged(judged: Judged) -> None:
    workshop = judged.workshop
    judged.change(pairs=workshop.pairs[:1], past_pairs=workshop.pairs[1:])
    with pytest.raises(InputError):
        decide(judged, "b", "go")
    decide(judged, "a", "go")
    assert working(judged) == (["a"], ["b"])


def test_against_the_proposal_it_is_shown_as_not_supported_and_all_is_kept(judged: Judged) -> None:
    decide(judged, "a", "cut")
    decide(judged, "a", "go")
    found = verdict_of(judged.stores, judged.workshop, "a")
    assert found is not None and [(d.decision, d.supported, d.proposed) for d in found.decisions] == [
        ("cut", False, "go"),
        ("go", True, "go"),
    ]
    newest = judged.stores.artifacts.latest("w1", "verdict", "a")
    assert newest is not None and (newest.provenance.author, newest.provenance.arn) == ("Planning A", "arn:x")


@pytest.mark.parametrize("missing", [{"by": " "}, {"reason": ""}, {"back_to": "invent"}])
def test_a_decision_needs_a_name_and_a_reason_and_only_a_pivot_goes_back(
    judged: Judged, missing: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        decide(judged, "a", "go", **missing)
    assert taken_decisions(judged.stores, judged.workshop) == ()


def test_a_pivot_goes_back_to_one_of_the_phases_of_working_backwards(judged: Judged) -> None:
    with pytest.raises(InputError):
        decide(judged, "a", "pivot")
    with pytest.raises(InputError):
        decide(judged, "a", "pivot", back_to="closing")


def test_once_the_plan_is_closed_decisions_stand(judged: Judged) -> None:
    decide(judged, "a", "cut")
    close_plan(judged)
    with pytest.raises(WorkshopClosed):
        decide(judged, "a", "go")
    assert working(judged) == (["b"], ["a"])


def test_new_evidence_changes_the_verdict_and_leaves_the_decision(judged: Judged) -> None:
    decide(judged, "a", "go")
    judged.evidence("a", NEITHER, mock=judged.stores.mocks.list("w1")[0])
    judge(judged.work, judged.workshop, "a")
    found = verdict_of(judged.stores, judged.workshop, "a")
    assert found is not None and found.proposal.decision == "cut"
    assert found.decision is not None and found.decision.supported, "it was, when it was taken"


def test_of_two_mocks_each_has_a_verdict_and_one_that_goes_on_keeps_the_pair() -> None:
    judged = Judged()
    judged.criteria("a")
    judged.criteria("b")
    first, second = judged.mock("a"), judged.mock("a", origin="site")
    judged.evidence("a", NEITHER, mock=first)
    found = verdicts_now(judged.stores, judged.workshop)
    assert {scope: one.mock for scope, one in found.items() if one.pair == "a"} == {"a": first.id, "a.site": second.id}
    with pytest.raises(InputError, match="several mocks"):
        decide(judged, "a", "cut")
    decide(judged, "a", "cut", mock=first.id)
    assert working(judged) == (["a", "b"], [])
    decide(judged, "a", "cut", mock=second.id)
    assert working(judged) == (["b"], ["a"])


def test_a_mock_that_nobody_can_have_seen_is_not_judged() -> None:
    judged = Judged()
    judged.criteria("a")
    judged.mock("a", state="new")
    judged.mock("a", origin="site", round_=2)
    assert [one.mock for one in verdicts_now(judged.stores, judged.workshop).values()] == [""]


def test_a_mock_destroyed_after_the_numbers_were_taken_is_known_to_be_gone() -> None:
    judged = Judged()
    judged.criteria("a")
    judged.evidence("a", BOTH, mock=judged.mock("a", state="destroyed"))
    assert verdicts_now(judged.stores, judged.workshop)["a"].destroyed


def test_criteria_that_this_edition_sets_are_for_the_next_mocks(judged: Judged) -> None:
    judged.criteria("a", criterion(threshold=99), INTENTION, round_=2)
    found = verdicts_now(judged.stores, judged.workshop)["a"]
    assert [r.criterion.threshold for r in found.results] == [80, 50]


def test_criteria_that_people_change_after_evidence_came_in_are_shown_with_what_the_old_one_gives() -> None:
    judged = Judged()
    judged.criteria("a", criterion(threshold=100), INTENTION)
    first = judged.stores.artifacts.latest("w1", "iteration", "a")
    assert first is not None
    judged.evidence("a", SOLVED, mock=judged.mock("a"), milestones=first.body.milestones)  # type: ignore[union-attr]
    judged.criteria("a", criterion(threshold=60), INTENTION)
    (change,) = verdicts_now(judged.stores, judged.workshop)["a"].changes
    assert (change.id, change.fields, change.outcome_before) == ("C1", ("threshold",), "passed")


def test_the_strict_rule_is_the_workshops(judged: Judged) -> None:
    judged.change(strict=True)
    found = verdicts_now(judged.stores, judged.workshop)["a"]
    assert found.strict and [r.outcome for r in found.results] == ["failed", "passed"]


def test_a_later_round_has_verdicts_of_its_own_and_the_earlier_ones_stay(judged: Judged) -> None:
    decide(judged, "a", "pivot", back_to="define")
    decide(judged, "b", "cut")
    judged.change(state="finished")
    assert judged.workshop.evidence_round == 2
    assert shown_round(judged.stores, judged.workshop) == 1
    assert verdicts_of_round(judged.stores, judged.workshop, 1)["b"].decision is not None
    judged.criteria("a", criterion(threshold=60), INTENTION, round_=2)
    judged.evidence("a", SOLVED, mock=judged.mock("a", round_=2))
    assert shown_round(judged.stores, judged.workshop) == 2
    later = verdicts_of_round(judged.stores, judged.workshop, 2)
    assert set(later) == {"a"} and later["a"].decisions == () and later["a"].results[0].criterion.threshold == 60
    judged.change(state="running", edition_round=3, earlier_rounds={"iterate": 2, "plan": 1})
    decide(judged, "a", "pivot", back_to="define")
    assert [(one.verdict.round, one.decision.decision) for one in taken_decisions(judged.stores, judged.workshop)] == [
        (1, "pivot"),
        (1, "cut"),
        (2, "pivot"),
    ]
    assert working(judged) == (["a"], ["b"]), "b was cut in a round that is over"


def test_who_is_slower_decides_on_top_of_who_was_faster(judged: Judged, monkeypatch: pytest.MonkeyPatch) -> None:
    add = judged.stores.artifacts.add

    def overtaken(workshop_id: str, artifact: Artifact) -> None:
        monkeypatch.setattr(judged.stores.artifacts, "add", add)
        decide(judged, "a", "cut", by="Dev A")
        add(workshop_id, artifact)

    monkeypatch.setattr(judged.stores.artifacts, "add", overtaken)
    decide(judged, "a", "go")
    found = verdict_of(judged.stores, judged.workshop, "a")
    assert found is not None and [d.by for d in found.decisions] == ["Dev A", "Planning A"]
    assert working(judged) == (["a", "b"], [])


def test_sheets_without_a_mock_are_evidence_too() -> None:
    judged = Judged()
    judged.criteria(
        "a", criterion(source="observation", metric="none"), INTENTION.model_copy(update={"source": "survey"})
    )
    judged.evidence("a", observations=observed(1, 1, 1, 1, 0))
    assert [r.outcome for r in verdicts_now(judged.stores, judged.workshop)["a"].results] == ["passed", "no_data"]
