"""Refine again: the press release by what real people showed, with what happens when it goes wrong (METHOD)."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from mlew.documents import render
from mlew.documents.facts import render_facts
from mlew.documents.for_model import render_for_model
from mlew.documents.priority_facts import render_priority_facts
from mlew.documents.shown import nothing_shown, results_text, shown
from mlew.domain.artifact import Artifact, ArtifactRef
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence
from mlew.domain.hand_written import ByHand, by_hand, kept, unanswered
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.proven_release import FirstReleaseDraft, ProvenReleaseDraft, Shown, proven_release_from
from mlew.domain.proven_release_rules import proven_release_violations
from mlew.domain.proven_rule_texts import PROVEN_FIELD_NAMES
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.decided import decided_on
from mlew.services.draft_runner import Task, write_draft
from mlew.services.evidence.reading import evidence_for_model, id_among_pairs, seen_by_model
from mlew.services.merging import whole
from mlew.services.pair_customer import journey_of
from mlew.services.phases.improvement.proven_steps import FIRST_STEP, STEP
from mlew.services.priority import top_priority
from mlew.services.product import product_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Stores, Work


def prove_release(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """The next version of the pair's press release. What people wrote by hand stays as they wrote it.

    A draft is kept for whether the pair goes first: who goes first may change before a resume, and with it the form.
    """
    made = made_in(work, workshop, "press_release", pair, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    inventions, inventions_ref = current(work.stores, workshop, InventionSet, pair)
    chosen = inventions.find(inventions.chosen)
    if chosen is None:
        raise NotFound.told("inventions.not-chosen", pair=pair)
    versions = _versions(work.stores, workshop, pair)
    latest = versions[-1] if versions else None
    carried = latest if latest and _tells_of(work.stores, workshop, latest, chosen) else None
    known = known_of(work.stores, workshop, pair)
    asked = unanswered(release_in(carried)) if carried else ()
    goes_first = top_priority(work.stores, workshop) == pair
    task = Task(
        phase="refine",
        step=STEP,
        draft=FirstReleaseDraft if goes_first else ProvenReleaseDraft,
        inputs={
            **_material(work, workshop, chosen, inventions),
            **_former(versions, workshop),
            "evidence": evidence_text(work.stores, workshop, pair, known),
            "facts": _facts(work, workshop, goes_first=goes_first),
            **requests_for(work, workshop, "refine", round_, step=STEP, kind="press_release", scope=pair),
        },
        violations=lambda draft: proven_release_violations(draft, known, open_questions=asked, locale=locale),
    )
    key = DraftKey(step=FIRST_STEP if goes_first else STEP, cell=pair, round=round_)
    draft, stored = write_draft(work, workshop, key, task)
    body = proven_release_from(
        draft,
        known,
        pair=pair,
        invention=chosen.id,
        author=f"model:{stored.model}",
        provider_labels=provider_labels(locale),
    )
    if carried:
        body = kept(body, release_in(carried), _hand(versions))
    based_on = (inventions_ref, *((latest.ref,) if latest else ()))
    return [store_made(work, workshop, "press_release", pair, body, round_=round_, drafts=(stored,), based_on=based_on)]


def known_of(stores: Stores, workshop: Workshop, pair: str) -> Shown:
    """Voices that the model sees, without personal data, and criteria with a result; of those merged into it too.

    The pair's own criteria are those of its milestones; those of the others bear their pair's id.
    """
    together, locale = whole(workshop, pair), workshop.plan.locale
    seen = {one.shown.pair: one.shown for one in seen_by_model(stores, workshop, together)}
    found = {
        part: shown(seen.get(part, Evidence(pair=part)), decided_on(stores, workshop, part), locale)
        for part in together
    }
    return Shown(
        voices=tuple(voice for one in found.values() for voice in one.voices),
        proof=tuple(
            one if part == pair else one.model_copy(update={"criterion": id_among_pairs(part, one.criterion)})
            for part, told in found.items()
            for one in told.proof
        ),
    )


def evidence_text(stores: Stores, workshop: Workshop, pair: str, known: Shown) -> str:
    """The evidence of the pair and of those merged into it for a prompt, or the sentence that there is none."""
    locale = workshop.plan.locale
    parts = (evidence_for_model(stores, workshop, whole(workshop, pair)), results_text(known, locale))
    return "\n\n".join(filter(None, parts)) or nothing_shown(locale)


def provider_labels(locale: Locale) -> tuple[str, ...]:
    """Of the paragraphs of the provider's message."""
    return tuple(names[0 if locale == "ja" else 1] for names in PROVEN_FIELD_NAMES.values())


def release_in(artifact: Artifact) -> PressRelease:
    """Its body."""
    return PressRelease.model_validate(artifact.body.model_dump())


def _material(work: Work, workshop: Workshop, chosen: Invention, inventions: InventionSet) -> dict[str, str]:
    """What the phases before have left."""
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    asked = tuple(q for q in questions.questions if q.id in chosen.question_ids)
    return {
        "journey": render(journey_of(journey, workshop, inventions.pair), locale),
        "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
        "invention": render(inventions.model_copy(update={"inventions": (chosen,), "extra": ""}), locale),
    }


def _former(versions: list[Artifact], workshop: Workshop) -> dict[str, str]:
    """The press release that the mock was made of: the last one of the editions before."""
    before = workshop.earlier_rounds.get("refine", 0)
    former = next((v for v in reversed(versions) if v.provenance.round <= before), None)
    return {"press_release": render_for_model(former.body, workshop.plan.locale)} if former else {}


def _facts(work: Work, workshop: Workshop, *, goes_first: bool) -> str:
    plan = workshop.plan
    tomorrow = work.clock.now().astimezone(ZoneInfo(plan.time_zone)).date() + timedelta(days=1)
    return "\n".join(
        (
            render_facts(plan, product_of(work, workshop), tomorrow),
            render_priority_facts(plan.day0, workshop.multiples, plan.locale, goes_first=goes_first),
        )
    )


def _versions(stores: Stores, workshop: Workshop, pair: str) -> list[Artifact]:
    """Oldest first."""
    refs = stores.artifacts.versions(workshop.id, "press_release", pair)
    return [stores.artifacts.get(workshop.id, ref) for ref in refs]


def _hand(versions: list[Artifact]) -> ByHand:
    return by_hand([(v.provenance.author, release_in(v)) for v in versions])


def _tells_of(stores: Stores, workshop: Workshop, release: Artifact, chosen: Invention) -> bool:
    """Whether it tells of the invention that is chosen now, perhaps refined since. Ids begin anew with an edition."""
    told = release_in(release).invention
    if release.provenance.round > workshop.earlier_rounds.get("refine", 0):
        return told == chosen.id
    before = workshop.earlier_rounds.get("invent", 0)
    refs = reversed(stores.artifacts.versions(workshop.id, "inventions", release.scope))
    found = (stores.artifacts.get(workshop.id, ref) for ref in refs)
    former = next((v.body for v in found if v.provenance.round <= before), None)
    was = former.find(told) if isinstance(former, InventionSet) else None
    return was is not None and _same(was, chosen)


def _same(was: Invention, now: Invention) -> bool:
    shared = (set(was.question_ids) & set(now.question_ids), set(was.solution_names) & set(now.solution_names))
    return was.name == now.name or all(shared)
