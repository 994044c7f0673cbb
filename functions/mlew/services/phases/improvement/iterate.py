"""Test/Iterate again: what became of ①, then ② to ④, and the script for customers outside (METHOD)."""

from zoneinfo import ZoneInfo

from mlew.documents import render
from mlew.documents.for_model import render_for_model
from mlew.documents.milestone_facts import multiple_of, render_milestone_facts
from mlew.domain.artifact import TEAM, Artifact, ArtifactRef
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Criterion, Iteration, Scene, TestScript
from mlew.domain.journey import Journey
from mlew.domain.market_estimate import Market
from mlew.domain.milestones_ahead import (
    CustomerScriptDraft,
    MilestonesDraft,
    ahead_kept,
    milestone_of,
    milestones_from,
)
from mlew.domain.milestones_ahead_rules import Bounds, customer_script_violations, milestones_ahead_violations
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.verdict import Verdict
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey, StoredDraft
from mlew.services.artifacts import made_in, store_made
from mlew.services.decided import decided_on
from mlew.services.draft_runner import Task, write_draft
from mlew.services.phases.improvement.refine import evidence_text, known_of
from mlew.services.phases.improvement.settled import reached_now, sessions_ahead, settled
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Stores, Work

MILESTONES_STEP, SCRIPT_STEP = "market_milestones", "customer_test_script"
_INVITATION = {"ja": "お客様へのお願いの文", "en": "Invitation to customers"}


def set_milestones(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """The next version of the pair's milestones. Criteria keep their ids, what people wrote stays."""
    made = made_in(work, workshop, "iteration", pair, round_)
    if made:
        return [made]
    versions = _versions(work.stores, workshop, pair)
    before, verdict = iteration_in(versions[-1]), decided_on(work.stores, workshop, pair)
    draft, kept_draft = _milestones(work, workshop, round_, before)
    authored = [(v.provenance.author, iteration_in(v)) for v in versions]
    written = milestones_from(draft, _ever(versions, verdict))
    reached = reached_now(verdict)
    ahead = tuple(milestone_of(before, m.name) if m.name == reached else ahead_kept(m, authored) for m in written)
    milestones = settled(work, workshop, (milestone_of(before, "sponsor"), *ahead), verdict, draft.learned, authored)
    body = before.model_copy(
        update={
            "milestones": milestones,
            "sessions": sessions_ahead(workshop, before, milestones[1], verdict),
        }
    )
    script, kept_script = _script(work, workshop, round_, body)
    body = body.model_copy(update={"script": script})
    return [
        store_made(
            work,
            workshop,
            "iteration",
            pair,
            body,
            round_=round_,
            drafts=(kept_draft, kept_script),
            based_on=(current(work.stores, workshop, PressRelease, pair)[1], versions[-1].ref),
        )
    ]


def iteration_in(artifact: Artifact) -> Iteration:
    """Its body."""
    return Iteration.model_validate(artifact.body.model_dump())


def _milestones(work: Work, workshop: Workshop, round_: int, before: Iteration) -> tuple[MilestonesDraft, StoredDraft]:
    locale, pair = workshop.plan.locale, before.pair
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    inventions, _ = current(work.stores, workshop, InventionSet, pair)
    release, _ = current(work.stores, workshop, PressRelease, pair)
    told = inventions.find(release.invention)
    asked = tuple(q for q in questions.questions if told is None or q.id in told.question_ids)
    today = work.clock.now().astimezone(ZoneInfo(workshop.plan.time_zone)).date()
    known = (*(q.id for q in asked), *(a.id for a in journey.actions))
    bounds = Bounds(today, multiple_of(workshop.multiples), known)
    task = Task(
        phase="iterate",
        step=MILESTONES_STEP,
        draft=MilestonesDraft,
        inputs={
            "journey": render(journey, locale),
            "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
            "press_release": render_for_model(release, locale),
            "milestone": render(_first(before), locale),
            "evidence": evidence_text(work.stores, workshop, pair, known_of(work.stores, workshop, pair)),
            "market": render_milestone_facts(today, workshop.multiples, _market(work.stores, workshop, pair), locale),
            **requests_for(work, workshop, "iterate", round_, step=MILESTONES_STEP, kind="iteration", scope=pair),
        },
        violations=lambda draft: milestones_ahead_violations(draft, bounds, locale=locale),
    )
    return write_draft(work, workshop, DraftKey(step=MILESTONES_STEP, cell=pair, round=round_), task)


def _script(work: Work, workshop: Workshop, round_: int, body: Iteration) -> tuple[TestScript, StoredDraft]:
    locale, pair = workshop.plan.locale, body.pair
    release, _ = current(work.stores, workshop, PressRelease, pair)
    fan = milestone_of(body, "fan")
    task = Task(
        phase="iterate",
        step=SCRIPT_STEP,
        draft=CustomerScriptDraft,
        inputs={
            "press_release": render_for_model(release, locale),
            "milestone": render(Iteration(pair=pair, milestones=(fan,)), locale),
            "evidence": evidence_text(work.stores, workshop, pair, known_of(work.stores, workshop, pair)),
            **requests_for(work, workshop, "iterate", round_, step=SCRIPT_STEP, kind="iteration", scope=pair),
        },
        violations=lambda draft: customer_script_violations(draft, len(release.steps), fan.criteria, locale=locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step=SCRIPT_STEP, cell=pair, round=round_), task)
    return script_from(draft, locale), stored


def script_from(draft: CustomerScriptDraft, locale: Locale) -> TestScript:
    """The invitation stands in the notes."""
    return TestScript(
        **{
            **draft.model_dump(exclude={"scenes", "invitation"}),
            "scenes": tuple(Scene(**scene.model_dump()) for scene in draft.scenes),
            "extra": f"**{_INVITATION[locale]}**\n\n{draft.invitation.strip()}",
        }
    )


def _first(before: Iteration) -> Iteration:
    """All milestones as they stood, without script and appointments."""
    return Iteration(pair=before.pair, milestones=before.milestones)


def _ever(versions: list[Artifact], verdict: Verdict | None) -> list[Criterion]:
    """Every criterion that evidence could refer to, oldest first; the way it reads now comes last."""
    found = [c for v in versions for m in iteration_in(v).milestones for c in m.criteria]
    judged = [result.criterion for result in verdict.results] if verdict else []
    return [*judged, *found]


def _versions(stores: Stores, workshop: Workshop, pair: str) -> list[Artifact]:
    """Oldest first. Raises NotFound before the practice edition's Test/Iterate."""
    current(stores, workshop, Iteration, pair)
    return [stores.artifacts.get(workshop.id, ref) for ref in stores.artifacts.versions(workshop.id, "iteration", pair)]


def _market(stores: Stores, workshop: Workshop, pair: str) -> Market | None:
    """Of an earlier round, if it was about this pair."""
    found = stores.artifacts.latest(workshop.id, "market", TEAM)
    return found.body if found and isinstance(found.body, Market) and found.body.pair == pair else None
