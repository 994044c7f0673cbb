"""Listen again: the journey corrected by what real people showed, with how easily they would change."""

from mlew.documents import render
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.journey import Journey
from mlew.domain.journey_review import JourneyReviewDraft, journey_reviewed
from mlew.domain.journey_review_rules import journey_review_violations
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.phases.improvement.material import evidence_input, grounds_of, versions_of
from mlew.services.requests import requests_for
from mlew.services.work import Work

STEP = "journey_review"


def review_journey(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The next version of the team's journey: numbers of actions stay, nothing is corrected without evidence."""
    made = made_in(work, workshop, "journey", TEAM, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    journeys = versions_of(work.stores, workshop, Journey, "listen")
    material = {
        "journey": render(journeys.base, locale),
        **requests_for(work, workshop, "listen", round_, step=STEP, kind="journey", scope=TEAM),
    }
    grounds = grounds_of(work.stores, workshop, material)
    task = Task(
        phase="listen",
        step=STEP,
        draft=JourneyReviewDraft,
        inputs={**material, "evidence": evidence_input(grounds, workshop)},
        violations=lambda draft: journey_review_violations(
            draft, journeys.before, journeys.base, grounds, locale=locale
        ),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step=STEP, cell=TEAM, round=round_), task)
    body = journey_reviewed(draft, journeys.before, journeys.base, grounds, taken=journeys.taken, locale=locale)
    return [
        store_made(work, workshop, "journey", TEAM, body, round_=round_, drafts=(stored,), based_on=(journeys.ref,))
    ]
