"""From what testers left to the plan in this process: every state and handler, the rehearsal model, fakes for AWS."""

from pathlib import Path

import pytest

from mlew.documents import render
from mlew.domain.artifact import PHASE_OF, TEAM, ArtifactKind
from mlew.domain.closing import Closing
from mlew.domain.evidence import Evidence
from mlew.domain.journey import Journey
from mlew.domain.market_estimate import Market
from mlew.domain.plan import Plan
from mlew.domain.precheck import Precheck
from mlew.domain.workshop import PHASES, PHASES_OF
from mlew.inputs import read_folder
from mlew.services.market import set_multiple
from mlew.services.reading import current
from mlew.services.verdicts import verdict_of
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.workflow.after_practice import AfterPractice
from tests.workflow.outcome import PAIR_KINDS, TEAM_KINDS, results, versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort
from tests.workflow.testers import PHONE, bring

NEW_KINDS: tuple[ArtifactKind, ...] = ("precheck", "market", "plan", "closing")


def rounds(practice: Practice) -> dict[str, list[int]]:
    """The phase's round of every version, by kind/scope."""
    found = versions_of(practice.stores, practice.stores.workshops.get(WORKSHOP))
    return {name: [version.provenance.round for version in versions] for name, versions in found.items()}


@pytest.mark.parametrize("folder", [*EXAMPLES, UNSEEN_JA, UNSEEN_EN], ids=lambda p: p.name)
def test_numbers_become_a_decision_and_a_plan_without_a_broken_rule(folder: Path) -> None:
    content = read_folder(folder)
    begun = AfterPractice(content, {"a": "for", "b": "against"})
    practice = begun.again()
    set_multiple(practice.stores, practice.clock, WORKSHOP, 4, by="Planning A", reason="as for the last product")

    status = practice.run_round(WORKSHOP)

    assert (status.workshop.state, status.workshop.failure) == ("finished", "")
    assert [p.state for p in status.phases] == ["done"] * len(PHASES_OF["improvement"])
    assert practice.failures == []
    found = versions_of(practice.stores, status.workshop)
    assert {f"{kind}/{TEAM}" for kind in (*TEAM_KINDS, *NEW_KINDS)} | {
        f"{kind}/{pair}" for kind in (*PAIR_KINDS, "evidence", "verdict") for pair in "ab"
    } <= set(found)
    warned = {(name, w.rule) for name, versions in found.items() for w in versions[-1].warnings}
    nobody_named = () if content.plan.participants else (("plan/team", "plan-no-owner"),)
    assert warned <= {*nobody_named}


def test_nothing_of_the_practice_edition_is_overwritten(after_practice: AfterPractice) -> None:
    practice = after_practice.again()
    before = versions_of(practice.stores, after_practice.workshop)

    status = practice.run_round(WORKSHOP)

    after = versions_of(practice.stores, status.workshop)
    assert {name: versions[: len(before.get(name, []))] for name, versions in after.items() if name in before} == before
    for name in (*(f"{kind}/{TEAM}" for kind in TEAM_KINDS if kind != "readiness"), *(f"{k}/a" for k in PAIR_KINDS)):
        assert len(after[name]) > len(before[name]), name
        assert after[name][-1].provenance.round == 2, name


def test_what_the_numbers_say_becomes_a_go_and_a_cut(after_practice: AfterPractice) -> None:
    practice = after_practice.again()

    workshop = practice.run_round(WORKSHOP).workshop

    decided = {pair: verdict_of(practice.stores, workshop, pair, 1) for pair in "ab"}
    decisions = {pair: v.decision for pair, v in decided.items() if v is not None}
    taken = {pair: (d.decision, d.by, d.supported) for pair, d in decisions.items() if d is not None}
    assert taken == {"a": ("go", "auto", True), "b": ("cut", "auto", True)}
    assert ([p.id for p in workshop.pairs], [p.id for p in workshop.past_pairs]) == (["a"], ["b"])
    assert len(practice.stores.artifacts.versions(WORKSHOP, "press_release", "b")) == 1


def test_evidence_reaches_the_model_without_personal_data(after_practice: AfterPractice) -> None:
    model = RehearsedPort()
    practice = after_practice.again(model)

    practice.run_round(WORKSHOP)

    asked = {request.nonce.partition("/")[0]: request.text for request in model.requests}
    told = [step for step, text in asked.items() if "what to choose on the first screen" in text]
    assert {"themes", "journey_review", "impact_review"} <= set(told)
    assert all(PHONE not in request.text for request in model.requests)
    stored, _ = current(practice.stores, after_practice.workshop, Evidence, "a")
    assert any(PHONE in remark.text for remark in stored.remarks), "what people said stays as they said it"
    assert {voice for theme in stored.themes for voice in theme.voices} <= {remark.id for remark in stored.remarks}
    assert stored.themes


def test_every_phase_sees_what_the_edition_before_wrote(after_practice: AfterPractice) -> None:
    model = RehearsedPort()
    practice = after_practice.again(model)
    journey, _ = current(practice.stores, after_practice.workshop, Journey)

    practice.run_round(WORKSHOP)

    listen = next(r for r in model.requests if r.nonce.startswith("journey_review/"))
    assert all(action.text in listen.text for action in journey.actions)


def test_rounds_go_on_and_each_works_on_the_result_of_the_one_before(after_practice: AfterPractice) -> None:
    models = [RehearsedPort(), RehearsedPort()]
    practice = after_practice.again(models[0])
    second = practice.run_round(WORKSHOP).workshop
    left, _ = current(practice.stores, second, Journey)
    bring(practice, WORKSHOP, {"a": "solved"})
    practice.model = models[1]

    third = practice.run_round(WORKSHOP).workshop

    assert (second.edition_round, third.edition_round, third.state) == (2, 3, "finished")
    of_one_edition = ("day0", "precheck", "market", "plan", "closing")
    assert third.earlier_rounds == {phase: 1 if phase in of_one_edition else 2 for phase in PHASES}
    review = next(r for r in models[1].requests if r.nonce.startswith("journey_review/"))
    assert all(action.text in review.text for action in left.actions)
    found = rounds(practice)
    assert found["journey/team"] == [1, 2, 3]
    assert found["press_release/a"] == [1, 2, 3]
    once_a_round = [[1, 2]] * 3
    assert [found[f"{kind}/team"] for kind in NEW_KINDS if kind != "plan"] == once_a_round
    assert found["plan/team"] == [1, 1, 2], "a decision of the next round stands in the plan that is there"
    verdicts = [verdict_of(practice.stores, third, "a", round_) for round_ in (1, 2)]
    assert [v.decision.decision for v in verdicts if v is not None and v.decision is not None] == ["go", "pivot"]


def test_the_same_evidence_gives_the_same_plan(after_practice: AfterPractice) -> None:
    first, second = after_practice.again(), after_practice.again()
    workshops = [practice.run_round(WORKSHOP).workshop for practice in (first, second)]

    assert results(first.stores, workshops[0]) == results(second.stores, workshops[1])


def test_without_any_evidence_the_edition_runs_and_decides_nothing(without_evidence: AfterPractice) -> None:
    model = RehearsedPort()
    practice = without_evidence.again(model)

    status = practice.run_round(WORKSHOP)

    assert (status.workshop.state, status.workshop.failure) == ("finished", "")
    assert [p.id for p in status.workshop.pairs] == ["a", "b"]
    assert not any(request.nonce.startswith("themes/") for request in model.requests)
    for pair in "ab":
        verdict = verdict_of(practice.stores, status.workshop, pair, 1)
        assert verdict is None or (verdict.decision, verdict.proposal.decision) == (None, None)
    precheck, _ = current(practice.stores, status.workshop, Precheck)
    assert {item.pair for item in precheck.missing} >= {"a", "b"}
    assert all(item.remedy for item in precheck.missing)


def test_everything_that_was_made_can_be_read_in_both_languages(after_practice: AfterPractice) -> None:
    practice = after_practice.again()
    workshop = practice.run_round(WORKSHOP).workshop

    for body, _ in (current(practice.stores, workshop, kind) for kind in (Precheck, Market, Plan, Closing)):
        assert len(render(body, "ja")) > 40
        assert len(render(body, "en")) > 40
    assert {PHASE_OF[kind] for kind in NEW_KINDS} == {"precheck", "market", "plan", "closing"}
