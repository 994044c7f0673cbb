"""The pair that market and plan are about: the one whose press release is complete, then the one that was estimated."""

from typing import NamedTuple

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.market_estimate import Market
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.gate_reading import gate_of
from mlew.services.phases.improvement.proven_steps import FIRST_STEP
from mlew.services.priority import top_priority
from mlew.services.work import Stores


class Estimated(NamedTuple):
    """The newest estimate and its key."""

    body: Market
    ref: ArtifactRef


def estimate_of(stores: Stores, workshop: Workshop, pair: str) -> Estimated | None:
    """The newest estimate, if it is about this pair."""
    found = stores.artifacts.latest(workshop.id, "market", TEAM)
    if found is None or not isinstance(found.body, Market) or found.body.pair != pair:
        return None
    return Estimated(found.body, found.ref)


def refined_pair(stores: Stores, workshop: Workshop) -> str:
    """Whose provider's message this round's Refine wrote, while the pair is at work; else the one that goes first.

    Decisions that changed since change the order by numbers, and not what is written.
    """
    gate = gate_of(stores, workshop, "refine")
    for pair in workshop.pairs if gate else ():
        if gate and stores.drafts.get(workshop.id, DraftKey(step=FIRST_STEP, cell=pair.id, round=gate.round)):
            return pair.id
    return top_priority(stores, workshop)


def estimated_pair(stores: Stores, workshop: Workshop) -> str:
    """Of this round's estimate, while the pair is at work; else as for a new estimate."""
    found = stores.artifacts.latest(workshop.id, "market", TEAM)
    if found is not None and isinstance(found.body, Market):
        of_this_round = found.provenance.round > workshop.earlier_rounds.get("market", 0)
        if of_this_round and found.body.pair in [pair.id for pair in workshop.pairs]:
            return found.body.pair
    return refined_pair(stores, workshop)
