"""A pair's evidence of one round, as it is stored and as a model may see it."""

from collections.abc import Sequence

from mlew.documents.evidence_brief import brief
from mlew.domain.base import Locale
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


def evidence_of(stores: Stores, workshop: Workshop, pair: str, round_: int | None = None) -> Evidence:
    """The newest of a round, by default of the round that the edition looks back on; empty if nothing came in."""
    wanted = workshop.evidence_round if round_ is None else round_
    for ref in reversed(stores.artifacts.versions(workshop.id, "evidence", pair)):
        body = stores.artifacts.get(workshop.id, ref).body
        if isinstance(body, Evidence) and body.round == wanted:
            return body
    return Evidence(pair=pair, round=wanted)


def evidence_for_model(stores: Stores, workshop: Workshop, pairs: Sequence[str] | None = None) -> str:
    """Markdown of numbers and masked voices, of all pairs that ever worked if none are named; "" without evidence.

    Where there are more voices than fit into a prompt, some are chosen by rule, and the text says how many.
    """
    known = tuple(pair.id for pair in (*workshop.pairs, *workshop.past_pairs)) if pairs is None else tuple(pairs)
    brought = [one for one in (evidence_of(stores, workshop, pair) for pair in known) if not one.empty]
    if not brought:
        return ""
    masking = masking_for(stores, workshop, brought)
    share = MOST_CHARACTERS // len(brought)
    return "\n\n".join(_brief(one, masking, share, workshop.plan.locale) for one in brought)


def _brief(evidence: Evidence, masking: Masking, share: int, locale: Locale) -> str:
    """Only what is shown is masked: masking thousands of voices takes longer than a model's answer."""
    less = evidence.model_copy(
        update={
            "remarks": chosen_voices(evidence.remarks, share),
            "observations": evidence.observations[:MOST_RECORDS],
            "responses": evidence.responses[:MOST_RECORDS],
        }
    )
    hidden = masked(less, masking)
    shown = hidden.model_copy(update={"remarks": shortened(hidden.remarks)})
    records = len(evidence.observations) + len(evidence.responses)
    return brief(shown, locale, voices=len(evidence.remarks), records=records)
