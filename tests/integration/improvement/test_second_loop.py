"""Listen, Define and Invent again in this process: by evidence, asked again, after each decision, round after round."""

import pytest

from mlew.documents import render
from mlew.documents.difference import diff
from mlew.domain.gate import Gate
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Phase, Workshop
from mlew.services.phases.improvement.inventions import course_of
from mlew.services.reading import current
from tests.workflow.after_practice import AfterPractice
from tests.workflow.outcome import versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort

LOOP = ("journey/team", "questions/team", "solutions/team", "inventions/a")


class OnceMore:
    """People who send one phase back once, and let the numbers decide everything else."""

    def __init__(self, phase: Phase, comment: str) -> None:
        self._phase = phase
        self._comment = comment
        self.asked = 0

    def __call__(self, practice: Practice, workshop: Workshop, gate: Gate) -> None:
        if gate.phase == self._phase and not self.asked:
            self.asked += 1
            practice.gates.ask_again(workshop, gate.phase, by="Planning A", comment=self._comment)
        else:
            practice.gates.decide_by_numbers(workshop, gate.phase, by="Planning A")


def ids(practice: Practice, name: str) -> list[set[str]]:
    """Of every version, oldest first."""
    found = versions_of(practice.stores, practice.stores.workshops.get(WORKSHOP))[name]
    return [set(_ids(version.body)) for version in found]


def _ids(body: object) -> list[str]:
    if isinstance(body, Journey):
        return [a.id for a in body.actions]
    if isinstance(body, QuestionSet):
        return [q.id for q in body.questions]
    return [i.id for i in body.inventions] if isinstance(body, InventionSet) else []


def test_every_phase_says_what_changed_and_leaves_the_old_version(after_practice: AfterPractice) -> None:
    practice = after_practice.again()

    workshop = practice.run_round(WORKSHOP).workshop

    found = versions_of(practice.stores, workshop)
    for name in LOOP:
        first, last = found[name][0], found[name][-1]
        said = diff(render(first.body, "en"), render(last.body, "en"))
        assert said, name
        assert last.provenance.based_on, name
        assert last.warnings == (), name


def test_numbers_go_on_over_rounds_and_none_means_two_things(after_practice: AfterPractice) -> None:
    practice = after_practice.again()

    for _ in range(3):
        assert practice.run_round(WORKSHOP).workshop.state == "finished"

    found = versions_of(practice.stores, practice.stores.workshops.get(WORKSHOP))
    for name, text in (("journey/team", "text"), ("questions/team", "text"), ("inventions/a", "name")):
        meant: dict[str, str] = {}
        for version in found[name]:
            body = version.body
            parts = (
                body.actions
                if isinstance(body, Journey)
                else body.questions
                if isinstance(body, QuestionSet)
                else body.inventions
                if isinstance(body, InventionSet)
                else ()
            )
            for part in parts:
                assert meant.setdefault(part.id, getattr(part, text)) == getattr(part, text), (name, part.id)


@pytest.mark.parametrize(
    ("phase", "name", "comment"),
    [
        ("listen", "journey/team", "The first repair takes 45 minutes"),
        ("define", "questions/team", "Larger, please"),
        ("invent", "inventions/a", "Smaller, please"),
    ],
)
def test_asked_again_the_phase_goes_on_from_what_people_saw(
    after_practice: AfterPractice, phase: Phase, name: str, comment: str
) -> None:
    model, people = RehearsedPort(), OnceMore(phase, comment)
    practice = after_practice.again(model, people=people)

    workshop = practice.run_round(WORKSHOP, gates="review").workshop

    assert (workshop.state, people.asked) == ("finished", 1)
    versions = ids(practice, name)
    if phase != "invent":
        assert versions[0] <= versions[-1], "old numbers stay"
    assert any(comment in request.text for request in model.requests)
    body = versions_of(practice.stores, workshop)[name][-1].body
    if isinstance(body, QuestionSet):
        assert all(q.earlier is None or q.id in versions[0] for q in body.questions)


def test_a_pair_that_goes_on_refines_its_invention_with_what_was_said(after_practice: AfterPractice) -> None:
    practice = after_practice.again()

    workshop = practice.run_round(WORKSHOP).workshop

    found, _ = current(practice.stores, workshop, InventionSet, "a")
    chosen = found.find(found.chosen)
    assert chosen is not None
    former = versions_of(practice.stores, workshop)["inventions/a"][0].body
    assert isinstance(former, InventionSet)
    assert chosen.grows_from in {i.id for i in former.inventions}
    assert chosen.kept + chosen.left_out


def test_without_evidence_prompts_say_so_and_nothing_is_claimed(without_evidence: AfterPractice) -> None:
    model = RehearsedPort()
    practice = without_evidence.again(model)
    before, _ = current(practice.stores, without_evidence.workshop, Journey)

    workshop = practice.run_round(WORKSHOP).workshop

    steps = ("journey_review", "impact_review", "solution_widening", "invent/")
    told = [r.text for r in model.requests if r.nonce.startswith(steps)]
    assert told
    assert all("Nobody has brought numbers or voices yet" in text for text in told)
    journey, _ = current(practice.stores, workshop, Journey)
    assert journey.actions == before.actions
    questions, _ = current(practice.stores, workshop, QuestionSet)
    assert not any(q.earlier or q.let_go for q in questions.questions)
    inventions, _ = current(practice.stores, workshop, InventionSet, "a")
    assert not any(i.kept or i.left_out for i in inventions.inventions)
    assert course_of(practice.stores, workshop, "b").kind == "open"


def test_solutions_that_are_too_hard_are_shown_and_not_combined(after_practice: AfterPractice) -> None:
    practice = after_practice.again()

    workshop = practice.run_round(WORKSHOP).workshop

    solutions, _ = current(practice.stores, workshop, SolutionList)
    inventions, _ = current(practice.stores, workshop, InventionSet, "a")
    assert all(s.dropped for s in solutions.solutions if s.difficulty == 10)
    usable = {s.name for s in solutions.usable}
    fresh = [i for i in inventions.inventions if i.kept or i.left_out]
    assert fresh
    assert all(set(i.solution_names) <= usable for i in fresh)
    assert solutions.untouched == ()
