"""A pair that works again after its press release was due has that of an earlier round, until people remake it."""

from typing import Literal

from mlew.domain.workshop import Workshop
from mlew.services.gate_reading import gate_of
from mlew.services.work import Stores

Remake = Literal["ask_again", "by_hand"]
"""Refine can be asked for again as long as its gate is open; after that only people and the next round write."""


def to_remake(stores: Stores, workshop: Workshop, pair: str) -> Remake | None:
    """How the pair gets a press release of this round; None if it has one, or if Refine will still write it."""
    gate = gate_of(stores, workshop, "refine")
    if gate is None or (gate.decision is not None and gate.decision.verb == "ask_again"):
        return None
    head = stores.artifacts.head(workshop.id, "press_release", pair)
    if head is not None and head.round > workshop.earlier_rounds.get("refine", 0):
        return None
    return "ask_again" if gate.decision is None else "by_hand"
