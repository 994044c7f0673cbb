"""Invent: difficulties for the team, then inventions per pair, question and point of view."""

from mlew.documents import render
from mlew.documents.solutions import render_team
from mlew.documents.solutions_file import render_solutions
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.invention import InventionsDraft, invention_violations
from mlew.domain.journey import Journey
from mlew.domain.question import Question, QuestionSet
from mlew.domain.solution import RatingsDraft, Solution, SolutionList, rate, rating_violations
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.cells import Cell, draft_key, points_of_view
from mlew.services.draft_runner import Task, write_draft
from mlew.services.pair_customer import journey_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work
from usecases.points_of_view import point_of_view_text


def rate_solutions(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The solutions with a difficulty each. What a person rated, in the file or later, stands."""
    made = made_in(work, workshop, "solutions", TEAM, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    inputs = work.stores.inputs.get(workshop.id)
    team = workshop.plan.team
    solutions = _known(work, workshop, inputs.solutions)
    if not solutions:
        raise InputError.told("solutions.none")
    if all(s.difficulty is not None for s in solutions):
        body = SolutionList(team=team, solutions=rate(solutions, RatingsDraft(ratings=[])), prose=inputs.prose)
        return [store_made(work, workshop, "solutions", TEAM, body, round_=round_, drafts=())]
    task = Task(
        phase="invent",
        step="difficulty",
        draft=RatingsDraft,
        inputs={
            "solutions": render_solutions(solutions, inputs.prose, locale),
            "team": render_team(team, locale),
            **requests_for(work, workshop, "invent", round_, step="difficulty", kind="solutions", scope=TEAM),
        },
        violations=lambda draft: rating_violations(draft, solutions, locale=locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="difficulty", cell=TEAM, round=round_), task)
    body = SolutionList(team=team, solutions=rate(solutions, draft), prose=inputs.prose)
    return [store_made(work, workshop, "solutions", TEAM, body, round_=round_, drafts=(stored,))]


def _known(work: Work, workshop: Workshop, brought: tuple[Solution, ...]) -> tuple[Solution, ...]:
    """The newest list, without the difficulties that a model only assumed; before there is one, what was brought."""
    latest = work.stores.artifacts.latest(workshop.id, "solutions", TEAM)
    if latest is None or not isinstance(latest.body, SolutionList):
        return brought
    by_model = latest.provenance.author.startswith("model:")
    open_ = {"difficulty": None, "difficulty_reason": ""}
    return tuple(
        Solution(**{**s.model_dump(exclude={"assumed"}), **(open_ if by_model and s.assumed else {})})
        for s in latest.body.solutions
    )


def run_invent(work: Work, workshop: Workshop, round_: int, cell: Cell) -> None:
    """Inventions of one cell, kept as a draft until `collect_inventions`."""
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    solutions, _ = current(work.stores, workshop, SolutionList)
    asked: tuple[Question, ...] = tuple(q for q in questions.questions if q.id == cell.question)
    names = tuple(s.name for s in solutions.solutions)
    task = Task(
        phase="invent",
        step="invent",
        draft=InventionsDraft,
        inputs={
            "journey": render(journey_of(journey, workshop, cell.pair), locale),
            "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
            "solutions": render(solutions, locale),
            "point_of_view": point_of_view_text(points_of_view(workshop)[cell.view], locale),
            **requests_for(work, workshop, "invent", round_, step="invent", kind="inventions", scope=cell.pair),
        },
        violations=lambda draft: invention_violations(draft, tuple(q.id for q in asked), names, locale=locale),
    )
    write_draft(work, workshop, draft_key(cell, round_), task)
