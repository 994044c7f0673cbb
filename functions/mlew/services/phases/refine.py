"""Refine: the chosen invention of a pair → press release with FAQ."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from mlew.documents import render
from mlew.documents.facts import render_facts
from mlew.domain.artifact import ArtifactRef
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressReleaseDraft, press_release_from, press_release_violations
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.pair_customer import journey_of
from mlew.services.product import product_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work


def run_refine(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """The pair's press release, dated tomorrow (METHOD: as if it came out tomorrow)."""
    made = made_in(work, workshop, "press_release", pair, round_)
    if made:
        return [made]
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    questions, _ = current(work.stores, workshop, QuestionSet)
    inventions, inventions_ref = current(work.stores, workshop, InventionSet, pair)
    chosen = inventions.find(inventions.chosen)
    if chosen is None:
        raise NotFound.told("inventions.not-chosen", pair=pair)
    asked = tuple(q for q in questions.questions if q.id in chosen.question_ids)
    tomorrow = work.clock.now().astimezone(ZoneInfo(workshop.plan.time_zone)).date() + timedelta(days=1)
    task = Task(
        phase="refine",
        step="refine",
        draft=PressReleaseDraft,
        inputs={
            "journey": render(journey_of(journey, workshop, pair), locale),
            "questions": render(questions.model_copy(update={"questions": asked, "extra": ""}), locale),
            "invention": render(inventions.model_copy(update={"inventions": (chosen,), "extra": ""}), locale),
            "facts": render_facts(workshop.plan, product_of(work, workshop), tomorrow),
            **requests_for(work, workshop, "refine", round_, step="refine", kind="press_release", scope=pair),
        },
        violations=lambda draft: press_release_violations(draft, locale=locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="refine", cell=pair, round=round_), task)
    body = press_release_from(draft, pair=pair, invention=chosen.id, author=f"model:{stored.model}")
    return [
        store_made(
            work, workshop, "press_release", pair, body, round_=round_, drafts=(stored,), based_on=(inventions_ref,)
        )
    ]
