"""Precheck: voices of a pair → themes, each with the voices that it rests on."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from mlew.documents import render
from mlew.documents.voice_list import write_voices
from mlew.domain.artifact import ArtifactRef
from mlew.domain.evidence import Evidence, Remark
from mlew.domain.evidence_collecting import with_themes
from mlew.domain.journey import Journey
from mlew.domain.personal_data import Masking
from mlew.domain.theme import ThemesDraft, theme_violations, themes_from
from mlew.domain.violation import Violation, place, violation
from mlew.domain.voice_choice import chosen_voices, shortened
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, provenance
from mlew.services.draft_runner import Task, write_draft
from mlew.services.evidence.masking import masked, masking_for
from mlew.services.evidence.reading import evidence_of
from mlew.services.evidence.storing import store_change
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work

MOST_CHARACTERS = 24_000
"""Of voices in one prompt: some 400 short ones, whose ids alone fill a quarter of a model's answer."""
_BLANKS = re.compile(r"[\s。．.!！、,]+")


def group_voices(work: Work, workshop: Workshop, round_: int, pair: str) -> list[ArtifactRef]:
    """The pair's evidence with its voices by theme; nothing if nobody said anything.

    Personal data is masked before the model reads; what people said stays as it is. Where there are more voices
    than a prompt should hold, some are chosen by rule, and a warning says how many.
    """
    made = made_in(work, workshop, "evidence", pair, round_)
    if made:
        return [made]
    evidence = evidence_of(work.stores, workshop, pair)
    same = _same_words(evidence.remarks)
    if not same:
        return []
    journey, journey_ref = current(work.stores, workshop, Journey)
    masking = masking_for(work.stores, workshop, [evidence])
    shown = _shown(evidence, same, masking)
    voices, locale = tuple(remark.id for remark in shown), workshop.plan.locale
    actions = tuple(action.id for action in journey.actions)
    task = Task(
        phase="precheck",
        step="themes",
        draft=ThemesDraft,
        inputs={
            "journey": render(journey, locale),
            "voices": write_voices(shown, {voice: len(ids) for voice, ids in same.items()}, locale),
            **_requests(work, workshop, round_, evidence, masking),
        },
        violations=lambda draft: theme_violations(draft, voices, actions, locale=locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="themes", cell=pair, round=round_), task)
    read = sum(len(same[voice]) for voice in voices)
    based_on = (*_before(work, workshop, pair), journey_ref)
    artifact = store_change(
        work.stores,
        work.clock,
        workshop,
        pair,
        lambda now: with_themes(now, themes_from(draft, same)),
        provenance=lambda _: provenance((stored,), round_=round_, based_on=based_on),
        warnings=(*stored.warnings, *_left_out(len(evidence.remarks), read, workshop)),
        always=True,
    )
    return [artifact.ref] if artifact else []


def _same_words(remarks: Sequence[Remark]) -> dict[str, tuple[str, ...]]:
    """The first voice of those with the same words → the ids of all of them."""
    found: dict[str, list[str]] = {}
    for remark in remarks:
        words = _BLANKS.sub("", unicodedata.normalize("NFKC", remark.text).casefold())
        found.setdefault(words or remark.id, []).append(remark.id)
    return {ids[0]: tuple(ids) for ids in found.values()}


def _shown(evidence: Evidence, wanted: Collection[str], masking: Masking) -> tuple[Remark, ...]:
    remarks = chosen_voices([remark for remark in evidence.remarks if remark.id in wanted], MOST_CHARACTERS)
    hidden = masked(Evidence(pair=evidence.pair, remarks=remarks), masking)
    return shortened(hidden.remarks)


def _requests(work: Work, workshop: Workshop, round_: int, evidence: Evidence, masking: Masking) -> dict[str, str]:
    """Of the last result only the themes: the voices stand in the prompt already."""
    pair = evidence.pair
    asked = requests_for(work, workshop, "precheck", round_, step="themes", kind="evidence", scope=pair)
    if "previous" in asked:
        before = Evidence(pair=pair, round=evidence.round, themes=evidence.themes)
        asked["previous"] = render(masked(before, masking), workshop.plan.locale) if before.themes else ""
    return asked


def _before(work: Work, workshop: Workshop, pair: str) -> tuple[ArtifactRef, ...]:
    head = work.stores.artifacts.head(workshop.id, "evidence", pair)
    return (head.ref,) if head else ()


def _left_out(all_: int, read: int, workshop: Workshop) -> tuple[Violation, ...]:
    if read == all_:
        return ()
    locale = workshop.plan.locale
    where = place("voices", locale)
    return (violation("voices-left-out", where, locale, all=all_, shown=read, left=all_ - read),)
