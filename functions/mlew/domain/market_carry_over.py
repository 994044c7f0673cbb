"""What a new market estimate takes from the one before: figures that people corrected, until they ask otherwise."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, Literal

from mlew.domain.first_author import is_person
from mlew.domain.market_estimate import COST_KINDS, Cost, CostKind, MarketInputs
from mlew.domain.market_rules import market_errors

Part = Literal["customers", "share", "price", "periods", "advertising", "sales", "operation", "improvement"]
"""A factor of the value, or all costs of a kind."""
_FACTORS: tuple[Part, ...] = ("customers", "share", "price", "periods")
_ASKED_FOR: dict[Part, tuple[str, ...]] = {
    "customers": ("顧客の数", "顧客数", "number of customers", "customers"),
    "share": ("シェア", "share"),
    "price": ("単価", "価格", "料金", "price"),
    "periods": ("期間", "period"),
    "advertising": ("費用", "宣伝", "広告", "cost", "advertis"),
    "sales": ("費用", "販売", "営業の費用", "cost", "sales cost"),
    "operation": ("費用", "運用", "cost", "operation"),
    "improvement": ("費用", "改善", "cost", "improvement"),
}


def corrected(versions: Sequence[tuple[str, MarketInputs]]) -> frozenset[Part]:
    """Parts of the newest version that people wrote. `versions`: author and inputs, oldest first."""
    found: set[Part] = set()
    for (_, before), (author, after) in pairwise(versions):
        changed = {part for part in _ASKED_FOR if _of(before, part) != _of(after, part)}
        found = found | changed if is_person(author) else found - changed
    return frozenset(found)


def not_asked_for(parts: Collection[Part], comment: str) -> frozenset[Part]:
    """Without those that people name when they send the estimate back: these are written anew."""
    said = comment.casefold()
    return frozenset(part for part in parts if not any(word in said for word in _ASKED_FOR[part]))


def with_corrected(made: MarketInputs, before: MarketInputs, parts: Collection[Part]) -> MarketInputs:
    """`made` with these parts of `before`.

    Where they do not fit in their units, all factors of the value stay; `made` if even that cannot be computed.
    """
    wider = frozenset(parts) | (frozenset(_FACTORS) if any(part in _FACTORS for part in parts) else frozenset())
    tries = (_kept(made, before, chosen) for chosen in (frozenset(parts), wider))
    return next((one for one in tries if not market_errors(one)), made)


def _kept(made: MarketInputs, before: MarketInputs, parts: Collection[Part]) -> MarketInputs:
    factors: dict[str, Any] = {part: _of(before, part) for part in _FACTORS if part in parts}
    costs = tuple(cost for kind in COST_KINDS for cost in _costs(before if kind in parts else made, kind))
    return made.model_copy(update={**factors, "costs": costs if any(k in parts for k in COST_KINDS) else made.costs})


def _of(inputs: MarketInputs, part: Part) -> object:
    return inputs.figures[part] if part in _FACTORS else tuple(one for one in inputs.costs if one.kind == part)


def _costs(inputs: MarketInputs, kind: CostKind) -> tuple[Cost, ...]:
    return tuple(cost for cost in inputs.costs if cost.kind == kind)
