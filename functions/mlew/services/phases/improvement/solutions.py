"""Invent again, first part: difficulties by what was learnt, what is too hard marked, coverage widened."""

from mlew.documents import render
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from mlew.domain.solution_widening import SolutionsDraft, solutions_widened
from mlew.domain.solution_widening_rules import solution_widening_violations
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.phases.improvement.material import evidence_input, grounds_of, versions_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work

STEP = "solution_widening"


def widen_solutions(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The next version of the team's list of solutions."""
    made = made_in(work, workshop, "solutions", TEAM, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    journey, journey_ref = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    solutions = versions_of(work.stores, workshop, SolutionList, "invent")
    pursued = tuple(q for q in questions.questions if not q.let_go)
    material = {
        "journey": render(journey, locale),
        "questions": render(questions.model_copy(update={"questions": pursued, "extra": ""}), locale),
        "solutions": render(solutions.base, locale),
        **requests_for(work, workshop, "invent", round_, step=STEP, kind="solutions", scope=TEAM),
    }
    grounds = grounds_of(work.stores, workshop, material)
    actions = tuple(action.id for action in journey.actions)
    task = Task(
        phase="invent",
        step=STEP,
        draft=SolutionsDraft,
        inputs={**material, "evidence": evidence_input(grounds, workshop)},
        violations=lambda draft: solution_widening_violations(
            draft, solutions.before, solutions.base, actions, grounds, locale=locale
        ),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step=STEP, cell=TEAM, round=round_), task)
    body = solutions_widened(draft, solutions.before, solutions.base, actions, grounds, locale=locale)
    based_on = (journey_ref, solutions.ref)
    return [store_made(work, workshop, "solutions", TEAM, body, round_=round_, drafts=(stored,), based_on=based_on)]
