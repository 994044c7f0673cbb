"""A pair's evidence of one round, as it is stored and as a model may see it."""

from collections.abc import Sequence
from typing import NamedTuple

from mlew.documents.evidence_brief import brief
from mlew.domain.evidence import Evidence
from mlew.domain.personal_data import Masking
from mlew.domain.voice_choice import chosen_voices, shortened
from mlew.domain.workshop import Workshop
from mlew.services.evidence.masking import masked, masking_for
from mlew.services.work import Stores

MOST_CHARACTERS = 40_000
"""Of all voices in one prompt: about a sixth of the smallest context that a model here has."""

MOST_RECORDS = 40
"""Observers' sheets, and as many responses, that are listed one by one; rates are in the numbers."""


class Seen(NamedTuple):
    """A pair's evidence as it is stored, and the part of it that a model sees, without personal data."""

    whole: Evidence
    shown: Evidence


def evidence_of(stores: Stores, workshop: Workshop, pair: str, round_: int | None = None) -> Evidence:
    """The newest of a round, by default of the round that the edition looks back on; empty if nothing came in."""
    wanted = workshop.evidence_round if round_ is None else round_
    for ref in reversed(stores.artifacts.versions(workshop.id, "evidence", pair)):
        body = stores.artifacts.get(workshop.id, ref).body
        if isinstance(body, Evidence) and body.round == wanted:
            return body
    return Evidence(pair=pair, round=wanted)


def all_brought(stores: Stores, workshop: Workshop) -> tuple[Evidence, ...]:
    """Of every pair that ever worked, the newest of each round: whoever is named there is not to be named elsewhere."""
    found: dict[tuple[str, int], Evidence] = {}
    for pair in (*workshop.pairs, *workshop.past_pairs):
        for ref in reversed(stores.artifacts.versions(workshop.id, "evidence", pair.id)):
            body = stores.artifacts.get(workshop.id, ref).body
            if isinstance(body, Evidence):
                found.setdefault((pair.id, body.round), body)
    return tuple(found.values())


def evidence_for_model(stores: Stores, workshop: Workshop, pairs: Sequence[str] | None = None) -> str:
    """Markdown of numbers and masked voices, of all pairs that ever worked if none are named; "" without evidence.

    Where there are more voices than fit into a prompt, some are chosen by rule, and the text says how many.
    """
    return "\n\n".join(
        brief(
            one.shown,
            workshop.plan.locale,
            voices=len(one.whole.remarks),
            records=len(one.whole.observations) + len(one.whole.responses),
        )
        for one in seen_by_model(stores, workshop, pairs)
    )


def seen_by_model(stores: Stores, workshop: Workshop, pairs: Sequence[str] | None = None) -> list[Seen]:
    """Of each pair that brought evidence, in order. Voices of one among several pairs bear its id: "a-V1"."""
    known = tuple(pair.id for pair in (*workshop.pairs, *workshop.past_pairs)) if pairs is None else tuple(pairs)
    brought = [one for one in (evidence_of(stores, workshop, pair) for pair in known) if not one.empty]
    if not brought:
        return []
    masking = masking_for(stores, workshop, brought)
    share = MOST_CHARACTERS // len(brought)
    shown = (_shown(one, masking, share) for one in brought)
    return [Seen(whole, _named(one) if len(known) > 1 else one) for whole, one in zip(brought, shown, strict=True)]


def id_among_pairs(pair: str, identifier: str) -> str:
    """Of a voice or criterion where those of several pairs stand together: each pair counts its own from 1."""
    return f"{pair}-{identifier}"


def _shown(evidence: Evidence, masking: Masking, share: int) -> Evidence:
    """Only what is shown is masked: masking thousands of voices takes longer than a model's answer."""
    less = evidence.model_copy(
        update={
            "remarks": chosen_voices(evidence.remarks, share),
            "observations": evidence.observations[:MOST_RECORDS],
            "responses": evidence.responses[:MOST_RECORDS],
        }
    )
    hidden = masked(less, masking)
    return hidden.model_copy(update={"remarks": shortened(hidden.remarks)})


def _named(evidence: Evidence) -> Evidence:
    """With the pair before the ids of voices, in the themes too."""
    pair = evidence.pair
    remarks = (one.model_copy(update={"id": id_among_pairs(pair, one.id)}) for one in evidence.remarks)
    themes = (
        one.model_copy(update={"voices": tuple(id_among_pairs(pair, voice) for voice in one.voices)})
        for one in evidence.themes
    )
    return evidence.model_copy(update={"remarks": tuple(remarks), "themes": tuple(themes)})
