"""The practice edition with people in it: what they edit, ask for, choose and add is what the next phases work with."""

from collections.abc import Callable

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.gate import Gate
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.question import Effect, Frequency, Question, QuestionSet
from mlew.domain.workshop import Participant, Phase, Workshop
from mlew.errors import Conflict, NotPermitted
from mlew.inputs import FolderContent, read_folder
from mlew.services.reading import current
from mlew.services.runs import WorkshopStatus
from mlew.settings import RunDefaults
from tests.folders import UNSEEN_EN
from tests.workflow.outcome import assert_complete, results, versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort

Act = Callable[[Practice, Workshop, Gate], None]


@pytest.fixture(scope="module")
def content() -> FolderContent:
    return read_folder(UNSEEN_EN)


def approve(practice: Practice, workshop: Workshop, gate: Gate) -> None:
    practice.gates.approve(workshop, gate.phase, by="Planning A")


def people(acts: dict[str, Act]) -> Act:
    """Approve every gate, but do something else the first time at the phases that are named."""

    def act(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        acts.pop(gate.phase, approve)(practice, workshop, gate)

    return act


def reviewed(content: FolderContent, **acts: Act) -> tuple[Practice, WorkshopStatus, RehearsedPort]:
    model = RehearsedPort()
    practice = Practice(model, people=people(acts))
    return practice, practice.run(content, gates="review"), model


def test_approving_everything_gives_what_the_numbers_give(content: FolderContent) -> None:
    practice, status, _ = reviewed(content)
    automatic = Practice(RehearsedPort())
    without_people = automatic.run(content, gates="auto")

    assert_complete(practice.stores, status)
    assert results(practice.stores, status.workshop) == results(automatic.stores, without_people.workshop)


def test_an_edit_is_what_the_next_phase_reads(content: FolderContent) -> None:
    def edit(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        journey, ref = current(practice.stores, workshop, Journey)
        first, *others = journey.stages
        action = first.actions[0].model_copy(update={"text": "Sweep the yard with a borrowed broom"})
        swept = first.model_copy(update={"actions": (action, *first.actions[1:])})
        body = journey.model_copy(update={"stages": (swept, *others)})
        practice.editing.save(workshop, "journey", TEAM, body, by="Planning A", based_on_version=ref.version)
        approve(practice, workshop, gate)

    practice, status, model = reviewed(content, listen=edit)

    define = next(r for r in model.requests if r.nonce.startswith("define/"))
    assert "borrowed broom" in define.text
    authors = [v.provenance.author for v in versions_of(practice.stores, status.workshop)["journey/team"]]
    assert authors == ["model:mlew.rehearsal-v1", "Planning A"]


def test_asking_again_starts_another_round_with_the_request(content: FolderContent) -> None:
    def again(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        practice.gates.ask_again(workshop, gate.phase, by="Planning A", comment="Why can nobody else answer the phone?")

    practice, status, model = reviewed(content, define=again)

    first, second = (r for r in model.requests if r.nonce.startswith("define/") and not r.turns)
    assert "nobody else answer the phone" not in first.text
    assert "nobody else answer the phone" in second.text
    versions = versions_of(practice.stores, status.workshop)["questions/team"]
    assert [v.provenance.round for v in versions] == [1, 2]
    assert versions[0].body != versions[1].body
    assert status.workshop.state == "finished"


def test_asking_again_in_a_phase_of_pairs_runs_all_of_them_again(content: FolderContent) -> None:
    def again(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        practice.gates.ask_again(workshop, gate.phase, by="Planning A", comment="bolder, please")

    practice, status, _ = reviewed(content, invent=again, refine=again, iterate=again)

    versions = versions_of(practice.stores, status.workshop)
    for pair in "ab":
        assert [v.provenance.round for v in versions[f"inventions/{pair}"]] == [1, 2, 2]  # the last one: chosen
        assert [v.provenance.round for v in versions[f"press_release/{pair}"]] == [1, 2]
        assert [v.provenance.round for v in versions[f"iteration/{pair}"]] == [1, 2]


def test_an_own_question_and_a_choice_against_the_numbers_are_followed(content: FolderContent) -> None:
    def add_and_choose(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        _, ref = current(practice.stores, workshop, QuestionSet)
        question = Question(
            id="",
            kind="optimal",
            text="Why can the customer not see the state of the repair?",
            action_ids=("A5",),
            effects=(Effect(direction="saved", amount=1, unit="minute"),),
            frequency=Frequency(times=1, per="year"),
        )
        added = practice.gates.add_question(workshop, question, by="Dev A", based_on_version=ref.version)
        mine = added.note.split()[1]
        practice.gates.approve(workshop, gate.phase, by="Planning A", choices={"a": (mine,)}, reason="asked every day")

    def choose_the_last(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        found, _ = current(practice.stores, workshop, InventionSet, "a")
        last = found.inventions[-1].id
        practice.gates.approve(workshop, gate.phase, by="Planning A", choices={"a": (last,)}, reason="we can show it")

    practice, status, _ = reviewed(content, define=add_and_choose, invent=choose_the_last)

    questions, _ = current(practice.stores, status.workshop, QuestionSet)
    mine = next(q for q in questions.questions if q.author == "Dev A")
    assert mine.rank == len(questions.questions)
    inventions, _ = current(practice.stores, status.workshop, InventionSet, "a")
    assert {i.question_ids for i in inventions.inventions} == {(mine.id,)}
    assert (inventions.chosen, inventions.reason) == (inventions.inventions[-1].id, "we can show it")
    assert current(practice.stores, status.workshop, PressRelease, "a")[0].invention == inventions.chosen
    decisions = {p.phase: p.gate.decision for p in status.phases if p.gate is not None}
    against = {phase for phase, decision in decisions.items() if decision is not None and decision.against_numbers}
    assert against == {"define", "invent"}


def test_in_a_time_box_the_product_manager_is_asked_before_the_numbers_decide(content: FolderContent) -> None:
    manager = Participant(name="Planning A", roles=("product_manager",))
    plan = content.plan.model_copy(update={"participants": (manager, Participant(name="Dev A"))})
    asked: list[tuple[Phase, str, tuple[str, ...]]] = []

    def late(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        asked.append((gate.phase, gate.stage, gate.deciders))
        if (gate.phase, gate.stage) == ("define", "product_manager"):
            with pytest.raises(NotPermitted, match="Planning A"):
                practice.gates.approve(workshop, gate.phase, by="Dev A")
            practice.gates.approve(workshop, gate.phase, by="Planning A")
            with pytest.raises(Conflict, match="Planning A"):
                practice.gates.approve(workshop, gate.phase, by="Planning A", comment="once more")

    practice = Practice(RehearsedPort(), people=late, defaults=RunDefaults(grace_minutes=5))
    begun = practice.clock.now()
    workshop = practice.start(FolderContent(content.inputs, plan, content.pictures, content.originals), gates="timebox")
    practice.go(workshop)
    status = practice.runs.status(workshop.id)

    assert_complete(practice.stores, status)
    stages: tuple[tuple[str, tuple[str, ...]], ...] = (("team", ()), ("product_manager", ("Planning A",)))
    assert asked == [(p.phase, stage, deciders) for p in status.phases for stage, deciders in stages]
    by = {p.phase: p.gate.decision.by for p in status.phases if p.gate is not None and p.gate.decision is not None}
    assert by == {**dict.fromkeys(by, "time box"), "define": "Planning A"}
    boxes, graces = 5 + 30 + 35 + 40 + 30 + 25, 5 * 5
    assert (practice.clock.now() - begun).total_seconds() == (boxes + graces) * 60


def test_a_review_that_nobody_answers_pauses_and_goes_on_after_the_answer(content: FolderContent) -> None:
    practice = Practice(RehearsedPort(), defaults=RunDefaults(review_days=3))
    workshop = practice.start(content, gates="review")
    ended = practice.go(workshop)

    assert ended is not None
    assert ended.state == "Paused"
    assert practice.stores.workshops.get(workshop.id).state == "waiting"

    practice.gates.approve(workshop, "day0", by="Planning A")
    practice.people = approve
    practice.go(practice.runs.resume(workshop.id))

    assert_complete(practice.stores, practice.runs.status(workshop.id))
