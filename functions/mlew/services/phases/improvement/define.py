"""Define again: impact measured by what real people showed, and larger questions."""

from mlew.documents import render
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.impact_review import ImpactReviewDraft, impact_reviewed
from mlew.domain.impact_review_rules import impact_review_violations
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.phases.improvement.material import evidence_input, grounds_of, versions_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work

STEP = "impact_review"


def review_impact(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The next version of the team's questions: old and new impact beside each other, new questions, ranked anew."""
    made = made_in(work, workshop, "questions", TEAM, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    journey, journey_ref = current(work.stores, workshop, Journey)
    questions = versions_of(work.stores, workshop, QuestionSet, "define")
    material = {
        "journey": render(journey, locale),
        "questions": render(questions.base, locale),
        **requests_for(work, workshop, "define", round_, step=STEP, kind="questions", scope=TEAM),
    }
    grounds = grounds_of(work.stores, workshop, material)
    task = Task(
        phase="define",
        step=STEP,
        draft=ImpactReviewDraft,
        inputs={**material, "evidence": evidence_input(grounds, workshop)},
        violations=lambda draft: impact_review_violations(
            draft, questions.before, questions.base, journey, grounds, locale=locale
        ),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step=STEP, cell=TEAM, round=round_), task)
    body = impact_reviewed(
        draft,
        questions.before,
        questions.base,
        tuple(action.id for action in journey.actions),
        grounds,
        taken=questions.taken,
        hourly_rate=workshop.plan.hourly_rate,
        locale=locale,
    )
    based_on = (journey_ref, questions.ref)
    return [store_made(work, workshop, "questions", TEAM, body, round_=round_, drafts=(stored,), based_on=based_on)]
