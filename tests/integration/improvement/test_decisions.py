"""The improvement edition with people in it: what they decide, merge and set is what the phases work with."""

from collections.abc import Callable

import pytest

from mlew.domain.gate import Gate
from mlew.domain.invention import InventionSet
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import PHASES_OF, Phase, Workshop
from mlew.errors import Conflict, WorkshopClosed
from mlew.inputs import read_folder
from mlew.services.reading import current
from mlew.services.verdicts import Deciding, verdict_of
from mlew.settings import RunDefaults
from tests.folders import UNSEEN_EN
from tests.workflow.after_practice import AfterPractice
from tests.workflow.outcome import versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort
from tests.workflow.testers import bring

Act = Callable[[Practice, Workshop, Gate], None]
DECISIONS: dict[str, DecisionKind] = {"a": "go", "b": "go"}


def approve(practice: Practice, workshop: Workshop, gate: Gate) -> None:
    practice.gates.approve(workshop, gate.phase, by="Planning A")


def decide(practice: Practice, workshop: Workshop, **kinds: DecisionKind) -> None:
    deciding = Deciding(practice.stores, practice.clock)
    for pair, kind in kinds.items():
        back_to: Phase | None = "define" if kind == "pivot" else None
        deciding.decide(workshop, pair, kind, by="Planning A", arn="", reason="seen in the test", back_to=back_to)


def people(acts: dict[Phase, Act], **kinds: DecisionKind) -> Act:
    """Decide on the mocks at the precheck, approve every gate, but do something else first where it is named."""

    def decided(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        if gate.phase == "precheck":
            decide(practice, workshop, **(kinds or DECISIONS))
        act = acts.pop(gate.phase, None)
        if act is not None:
            act(practice, workshop, gate)
        standing = practice.stores.gates.latest(workshop.id, gate.phase)
        if standing is not None and standing.decision is None:
            approve(practice, practice.stores.workshops.get(workshop.id), gate)

    return decided


def reviewed(
    begun: AfterPractice, acts: dict[Phase, Act], **kinds: DecisionKind
) -> tuple[Practice, Workshop, RehearsedPort]:
    model = RehearsedPort()
    practice = begun.again(model, people=people(acts, **kinds))
    workshop = practice.run_round(WORKSHOP, gates="review").workshop
    assert (workshop.state, workshop.failure) == ("finished", "")
    return practice, workshop, model


def test_people_may_decide_otherwise_than_the_numbers_and_it_is_kept_with_their_reason(
    after_practice: AfterPractice,
) -> None:
    practice, workshop, _ = reviewed(after_practice, {})

    verdict = verdict_of(practice.stores, workshop, "b", 1)
    assert verdict is not None and verdict.decision is not None
    decision = verdict.decision
    assert (decision.decision, decision.proposed, decision.supported) == ("go", "cut", False)
    assert (decision.by, decision.reason) == ("Planning A", "seen in the test")
    assert [p.id for p in workshop.pairs] == ["a", "b"]


def test_pairs_that_are_merged_go_on_as_one_with_the_questions_of_both(after_practice: AfterPractice) -> None:
    def merge(practice: Practice, workshop: Workshop, _gate: Gate) -> None:
        practice.improvement.merge(workshop.id, "a")

    before = {pair.id: pair.questions for pair in after_practice.workshop.pairs}

    practice, workshop, _ = reviewed(after_practice, {"define": merge})

    (one,) = workshop.pairs
    assert set(one.questions) == {*before["a"], *before["b"]}
    assert [p.id for p in workshop.past_pairs] == ["b"]
    found = versions_of(practice.stores, workshop)
    assert [v.provenance.round for v in found["press_release/b"]] == [1]
    assert found["press_release/a"][-1].provenance.round == 2
    inventions, _ = current(practice.stores, workshop, InventionSet, "a")
    assert {q for i in inventions.inventions for q in i.question_ids} >= set(one.questions)


@pytest.mark.parametrize("before", [{"a": "cut", "b": "cut"}, {"a": "go", "b": "cut"}], ids=["all cut", "back again"])
def test_pairs_that_were_cut_and_stayed_or_came_back_stay_merged(
    after_practice: AfterPractice, before: dict[str, DecisionKind]
) -> None:
    def merge(practice: Practice, workshop: Workshop, _gate: Gate) -> None:
        if before["a"] == "go":
            decide(practice, practice.stores.workshops.get(workshop.id), b="go")
        practice.improvement.merge(workshop.id, "a")

    practice, workshop, _ = reviewed(after_practice, {"listen": merge}, **before)

    assert ([p.id for p in workshop.pairs], [p.id for p in workshop.past_pairs]) == (["a"], ["b"])
    found = versions_of(practice.stores, workshop)
    assert [v.provenance.round for v in found["press_release/b"]] == [1]


def test_pairs_that_are_all_cut_stay_and_begin_anew_with_other_questions(after_practice: AfterPractice) -> None:
    before = {pair.id: pair.questions for pair in after_practice.workshop.pairs}

    _, workshop, _ = reviewed(after_practice, {}, a="cut", b="cut")

    assert [p.id for p in workshop.pairs] == ["a", "b"]
    after = {pair.id: pair.questions for pair in workshop.pairs}
    assert all(after[pair] and set(after[pair]) != set(before[pair]) for pair in before)


def test_where_nobody_decides_and_the_numbers_are_against_all_of_them_nobody_stands_aside(
    after_practice: AfterPractice,
) -> None:
    practice = after_practice.again()
    bring(practice, WORKSHOP, {"a": "against"})

    workshop = practice.run_round(WORKSHOP, gates="auto").workshop

    assert (workshop.state, [p.id for p in workshop.pairs]) == ("finished", ["a", "b"])
    verdicts = [verdict_of(practice.stores, workshop, pair, 1) for pair in "ab"]
    assert [v.decision.decision for v in verdicts if v is not None and v.decision is not None] == ["cut", "cut"]
    before = {pair.id: set(pair.questions) for pair in after_practice.workshop.pairs}
    assert all(set(pair.questions) != before[pair.id] for pair in workshop.pairs)


def test_a_decision_can_be_changed_until_the_plan_is_closed(after_practice: AfterPractice) -> None:
    def bring_back(practice: Practice, workshop: Workshop, _gate: Gate) -> None:
        decide(practice, practice.stores.workshops.get(workshop.id), b="pivot")

    practice, workshop, _ = reviewed(after_practice, {"define": bring_back}, a="go", b="cut")

    assert [p.id for p in workshop.pairs] == ["a", "b"]
    verdict = verdict_of(practice.stores, workshop, "b", 1)
    assert verdict is not None
    assert [d.decision for d in verdict.decisions] == ["cut", "pivot"]
    with pytest.raises(WorkshopClosed):
        decide(practice, workshop, b="go")


@pytest.mark.parametrize("phase", ["listen", "invent", "refine", "iterate", "market", "plan"])
def test_a_pair_that_is_cut_or_comes_back_late_stops_nothing(after_practice: AfterPractice, phase: Phase) -> None:
    def turn(practice: Practice, workshop: Workshop, _gate: Gate) -> None:
        decide(practice, practice.stores.workshops.get(workshop.id), a="cut", b="pivot")

    _, workshop, _ = reviewed(after_practice, {phase: turn}, a="go", b="cut")

    assert [p.id for p in workshop.pairs] == ["b"]
    assert [p.id for p in workshop.past_pairs] == ["a"]


def test_asking_again_starts_another_round_of_the_phase_with_the_request(after_practice: AfterPractice) -> None:
    def again(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        practice.gates.ask_again(workshop, gate.phase, by="Planning A", comment="What about the smallest shops?")

    practice, workshop, model = reviewed(after_practice, dict.fromkeys(PHASES_OF["improvement"], again))

    found = versions_of(practice.stores, workshop)
    assert [v.provenance.round for v in found["journey/team"]] == [1, 2, 3]
    for kind in ("precheck", "market", "plan", "closing"):
        assert {v.provenance.round for v in found[f"{kind}/team"]} == {1, 2}, kind
    for kind in ("inventions", "press_release", "iteration"):
        assert {v.provenance.round for v in found[f"{kind}/a"]} == {1, 2, 3}, kind
    asked = {r.nonce.partition("/")[0] for r in model.requests if "What about the smallest shops?" in r.text}
    assert {"journey_review", "impact_review", "press_release_proven", "market_estimate", "plan"} <= asked


def test_a_time_box_asks_and_decides_nothing(after_practice: AfterPractice) -> None:
    asked: list[tuple[Phase, str]] = []

    def silent(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        asked.append((gate.phase, gate.stage))

    practice = after_practice.again(people=silent)
    practice.defaults = RunDefaults(review_days=3)
    ended = practice.go(practice.improve(WORKSHOP, gates="timebox"))

    assert ended is not None and ended.state == "Paused"
    workshop = practice.stores.workshops.get(WORKSHOP)
    gate = practice.gates.waiting(workshop)
    assert (workshop.state, workshop.phase) == ("waiting", "precheck")
    assert gate is not None and gate.decision is None
    assert {phase for phase, _ in asked} == {"precheck"} and len(asked) == 2
    for pair in "ab":
        verdict = verdict_of(practice.stores, workshop, pair)
        assert verdict is not None and verdict.decision is None

    practice.people = people({})
    practice.go(practice.runs.resume(WORKSHOP))
    assert practice.stores.workshops.get(WORKSHOP).state == "finished"


def test_minutes_that_the_team_spread_are_how_long_a_gate_waits(after_practice: AfterPractice) -> None:
    waited: dict[Phase, float] = {}

    def note(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        assert gate.due_at is not None
        waited[gate.phase] = (gate.due_at - gate.opened_at).total_seconds() / 60

    shared: tuple[Phase, ...] = ("listen", "define", "invent", "refine", "iterate")
    practice = after_practice.again(people=people(dict.fromkeys(shared, note)))

    practice.go(practice.improve(WORKSHOP, gates="timebox", pattern="invention"))

    assert waited == dict(zip(shared, (10, 10, 30, 20, 20), strict=True))


def test_a_round_begins_only_when_the_one_before_is_finished() -> None:
    practice = Practice(RehearsedPort(), people=lambda *_: None, defaults=RunDefaults(review_days=1))
    practice.go(practice.start(read_folder(UNSEEN_EN), gates="review"))

    with pytest.raises(Conflict, match="has not finished its practice edition"):
        practice.improve(WORKSHOP)
