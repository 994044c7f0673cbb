"""Define: journey → questions with impact."""

from mlew.documents import render
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionsDraft, question_violations, questions_from
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work


def run_define(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """All questions of the team, ranked."""
    made = made_in(work, workshop, "questions", TEAM, round_)
    if made:
        return [made]
    journey, journey_ref = current(work.stores, workshop, Journey)
    actions = tuple(a.id for a in journey.actions)
    task = Task(
        phase="define",
        step="define",
        draft=QuestionsDraft,
        inputs={
            "journey": render(journey, workshop.plan.locale),
            **requests_for(work, workshop, "define", round_, step="define", kind="questions", scope=TEAM),
        },
        violations=lambda draft: question_violations(draft, actions, locale=workshop.plan.locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="define", cell=TEAM, round=round_), task)
    questions = questions_from(draft, hourly_rate=workshop.plan.hourly_rate)
    return [
        store_made(
            work, workshop, "questions", TEAM, questions, round_=round_, drafts=(stored,), based_on=(journey_ref,)
        )
    ]
