"""The pair that the plan is about: the one that the market was estimated for."""

from typing import NamedTuple

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.market_estimate import Market
from mlew.domain.workshop import Workshop
from mlew.services.improvement import top_priority
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


def estimated_pair(stores: Stores, workshop: Workshop) -> str:
    """Of this round's estimate, while the pair is at work; else the one that goes first."""
    found = stores.artifacts.latest(workshop.id, "market", TEAM)
    if found is not None and isinstance(found.body, Market):
        of_this_round = found.provenance.round > workshop.earlier_rounds.get("market", 0)
        if of_this_round and found.body.pair in [pair.id for pair in workshop.pairs]:
            return found.body.pair
    return top_priority(stores, workshop)
