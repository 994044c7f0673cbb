"""Invent again, second part: a pair that goes on refines its invention, one that turns invents anew."""

from mlew.documents import render
from mlew.documents.course import render_course
from mlew.domain.artifact import ArtifactRef
from mlew.domain.grounds import Grounds
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.invention_anew import (
    Course,
    InventionsAnewDraft,
    collected_anew,
    invention_anew_violations,
    inventions_anew,
)
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.draft_store import StoredDraft
from mlew.services.artifacts import made_in, store_made
from mlew.services.cells import Cell, cells, draft_key, points_of_view
from mlew.services.decided import decided_on
from mlew.services.draft_runner import Task, write_draft
from mlew.services.merging import whole
from mlew.services.pair_customer import journey_of
from mlew.services.phases.improvement.material import evidence_input, grounds_of, versions_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Stores, Work
from usecases.points_of_view import point_of_view_text

STEP = "invention_anew"


def course_of(stores: Stores, workshop: Workshop, pair: str) -> Course:
    """By the decision that people took; without one the rule's proposal is only a proposal."""
    former = _former(stores, workshop, pair)
    found = decided_on(stores, workshop, pair)
    decision = found.decision if found is not None else None
    if decision is None:
        return Course(former=former)
    if decision.decision == "go":
        return Course(kind="go", former=former)
    return Course(kind="pivot", back_to=decision.back_to or "define", former=former)


def invent_anew(work: Work, workshop: Workshop, round_: int, cell: Cell) -> None:
    """Inventions of one cell, kept as a draft until `collect`."""
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    solutions, _ = current(work.stores, workshop, SolutionList)
    course = course_of(work.stores, workshop, cell.pair)
    usable = solutions.model_copy(update={"solutions": solutions.usable})
    asked = tuple(q for q in questions.questions if q.id == cell.question)
    material = {
        "journey": render(journey_of(journey, workshop, cell.pair), locale),
        "solutions": render(usable, locale),
        "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
        **_former_input(course, cell.pair, workshop),
        **requests_for(work, workshop, "invent", round_, step=STEP, kind="inventions", scope=cell.pair),
    }
    grounds = grounds_of(work.stores, workshop, material, whole(workshop, cell.pair))
    names = tuple(s.name for s in usable.solutions)
    task = Task(
        phase="invent",
        step=STEP,
        draft=InventionsAnewDraft,
        inputs={
            **material,
            "evidence": _evidence(course, grounds, workshop),
            "point_of_view": point_of_view_text(points_of_view(workshop)[cell.view], locale),
        },
        violations=lambda draft: invention_anew_violations(
            draft, tuple(q.id for q in asked), names, course, grounds, locale=locale
        ),
    )
    write_draft(work, workshop, draft_key(cell, round_), task)


def collect(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """The pair's next set of inventions. Raises NotFound if a cell has not been run."""
    made = made_in(work, workshop, "inventions", pair, round_)
    if made:
        return [made]
    questions, questions_ref = current(work.stores, workshop, QuestionSet)
    solutions, solutions_ref = current(work.stores, workshop, SolutionList)
    course = course_of(work.stores, workshop, pair)
    asked = requests_for(work, workshop, "invent", round_, step=STEP, kind="inventions", scope=pair)
    grounds = grounds_of(work.stores, workshop, asked, whole(workshop, pair))
    found: list[Invention] = []
    drafts: list[StoredDraft] = []
    for cell in (c for c in cells(workshop) if c.pair == pair):
        stored = _kept(work, workshop, cell, round_)
        draft = InventionsAnewDraft.model_validate(stored.draft)
        found += inventions_anew(draft, course, grounds, point_of_view=points_of_view(workshop)[cell.view])
        drafts.append(stored)
    body = collected_anew(
        pair,
        tuple(found),
        course,
        solutions.solutions,
        questions.questions,
        taken=_taken(work.stores, workshop, pair),
    )
    based_on = (questions_ref, solutions_ref)
    return [
        store_made(work, workshop, "inventions", pair, body, round_=round_, drafts=tuple(drafts), based_on=based_on)
    ]


def _former(stores: Stores, workshop: Workshop, pair: str) -> Invention | None:
    """The invention that the pair chose in the edition before."""
    if stores.artifacts.latest(workshop.id, "inventions", pair) is None:
        return None
    base = versions_of(stores, workshop, InventionSet, "invent", pair).base
    return base.find(base.chosen)


def _taken(stores: Stores, workshop: Workshop, pair: str) -> frozenset[str]:
    if stores.artifacts.latest(workshop.id, "inventions", pair) is None:
        return frozenset()
    return versions_of(stores, workshop, InventionSet, "invent", pair).taken


def _former_input(course: Course, pair: str, workshop: Workshop) -> dict[str, str]:
    if course.former is None:
        return {}
    former = InventionSet(pair=pair, inventions=(course.former,), chosen=course.former.id)
    return {"inventions": render(former, workshop.plan.locale)}


def _evidence(course: Course, grounds: Grounds, workshop: Workshop) -> str:
    """What was decided, then what it rests on."""
    parts = (render_course(course, workshop.plan.locale), evidence_input(grounds, workshop))
    return "\n\n".join(filter(None, parts))


def _kept(work: Work, workshop: Workshop, cell: Cell, round_: int) -> StoredDraft:
    stored = work.stores.drafts.get(workshop.id, draft_key(cell, round_))
    if stored is None:
        raise NotFound.told("inventions.missing", cell=cell.name)
    return stored
