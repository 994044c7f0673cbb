"""Test/Iterate: milestone ① with criteria, the user test script, the feedback sessions – one a pair."""

from mlew.documents import render
from mlew.documents.for_model import render_for_model
from mlew.domain.artifact import ArtifactRef
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import (
    Iteration,
    SponsorMilestoneDraft,
    TestScriptDraft,
    iteration_from,
    milestone_violations,
    script_violations,
)
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work

_NO_SCRIPT = TestScriptDraft(purpose="", scenes=[], sheet=[], interview=[], rule="", follow_up="")


def run_iterate(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """Criteria first, then the script that tests them."""
    made = made_in(work, workshop, "iteration", pair, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    inventions, _ = current(work.stores, workshop, InventionSet, pair)
    release, release_ref = current(work.stores, workshop, PressRelease, pair)
    told = inventions.find(release.invention)
    asked = tuple(q for q in questions.questions if told is None or q.id in told.question_ids)
    known = (*(q.id for q in asked), *(a.id for a in journey.actions))
    press_release = render_for_model(release, locale)
    criteria = Task(
        phase="iterate",
        step="milestone",
        draft=SponsorMilestoneDraft,
        inputs={
            "journey": render(journey, locale),
            "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
            "press_release": press_release,
            **requests_for(work, workshop, "iterate", round_, step="milestone", kind="iteration", scope=pair),
        },
        violations=lambda draft: milestone_violations(draft, known, locale=locale),
    )
    milestone, kept_milestone = write_draft(
        work, workshop, DraftKey(step="milestone", cell=pair, round=round_), criteria
    )
    sessions = sessions_of(workshop, pair)
    so_far = iteration_from(milestone, _NO_SCRIPT, pair=pair, sessions=sessions)
    script = Task(
        phase="iterate",
        step="test_script",
        draft=TestScriptDraft,
        inputs={
            "press_release": press_release,
            "milestone": render(so_far, locale),
            **requests_for(work, workshop, "iterate", round_, step="test_script", kind="iteration", scope=pair),
        },
        violations=lambda draft: script_violations(draft, len(release.steps), locale=locale),
    )
    lines, kept_lines = write_draft(work, workshop, DraftKey(step="test_script", cell=pair, round=round_), script)
    body: Iteration = iteration_from(milestone, lines, pair=pair, sessions=sessions)
    drafts = (kept_milestone, kept_lines)
    return [store_made(work, workshop, "iteration", pair, body, round_=round_, drafts=drafts, based_on=(release_ref,))]


def sessions_of(workshop: Workshop, pair: str) -> tuple[FeedbackSession, ...]:
    """The appointments that the plan fixes for the pair; else one open appointment to fill in (METHOD, Day0)."""
    planned = tuple(s for s in workshop.plan.sessions if s.pair == pair)
    return planned or (FeedbackSession(pair=pair),)
