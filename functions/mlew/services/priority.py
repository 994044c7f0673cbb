"""Which pair goes first."""

from mlew.domain.invention import InventionSet
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import Workshop
from mlew.services.decided import decided_on
from mlew.services.work import Stores


def top_priority(stores: Stores, workshop: Workshop) -> str:
    """The pair whose provider's message and internal FAQ are written (METHOD, Refine); "" without pairs.

    What people set; else who goes on by decision, then who would by the rule, then the largest impact for its
    difficulty (`mlew.domain.invention.scored`), then the first.
    """
    ids = [pair.id for pair in workshop.pairs]
    if workshop.priority in ids:
        return workshop.priority
    return max(ids, key=lambda pair: _merit(stores, workshop, pair), default="")


def _merit(stores: Stores, workshop: Workshop, pair: str) -> tuple[int, int, float]:
    found = decided_on(stores, workshop, pair, workshop.edition_round - 1)
    decided = found.decision.decision if found and found.decision else None
    proposed = found.proposal.decision if found else None
    latest = stores.artifacts.latest(workshop.id, "inventions", pair)
    score = _score(latest.body) if latest is not None and isinstance(latest.body, InventionSet) else 0.0
    return _STEPS[decided], _STEPS[proposed], score


def _score(inventions: InventionSet) -> float:
    shown = inventions.find(inventions.chosen) or next(iter(inventions.inventions), None)
    return shown.score if shown else 0.0


_STEPS: dict[DecisionKind | None, int] = {"go": 3, None: 2, "pivot": 1, "cut": 0}
"""What speaks for a pair; where nothing was said it may still go on."""
