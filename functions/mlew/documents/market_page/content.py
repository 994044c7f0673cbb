"""What the page shows."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.domain.market_estimate import Cost, Figure, Market
from mlew.domain.market_rules import COST_NAMES
from mlew.domain.market_unit import Customers, Money, Percent, Periods, Price, Running

AnyFigure = (
    Figure[Customers] | Figure[Percent] | Figure[Price] | Figure[Periods] | Figure[Money] | Figure[Running]
)  # fmt: skip


class MarketPage(NamedTuple):
    """`title`: what is estimated, such as the invention's name; `rehearsed`: figures of the rehearsal model."""

    locale: Locale
    company: str
    title: str
    market: Market
    today: date
    rehearsed: bool = False


class Input(NamedTuple):
    """A figure with its key in the estimate ("" for the periods of a cost) and its cost, if it belongs to one."""

    key: str
    figure: AnyFigure
    cost: Cost | None = None


def inputs(market: Market) -> Sequence[Input]:
    """The four factors, then each cost with its periods below it."""
    found = [Input(name, figure) for name, figure in market.inputs.figures.items()]
    for number, cost in enumerate(market.inputs.costs, 1):
        found.append(Input(f"cost-{number}", cost.amount, cost))
        if cost.periods is not None:
            found.append(Input("", cost.periods, cost))
    return found


def cost_name(cost: Cost, locale: Locale) -> str:
    """Its own name, else its kind."""
    return cost.name or COST_NAMES[cost.kind][0 if locale == "ja" else 1]


def cost_names(market: Market, locale: Locale) -> dict[str, str]:
    """Key in the estimate → name, of the costs."""
    return {f"cost-{n}": cost_name(cost, locale) for n, cost in enumerate(market.inputs.costs, 1)}


def cost_kinds(market: Market, locale: Locale) -> dict[str, str]:
    """The same by their kinds, which are short; those of a kind that there is twice by their own names."""
    kinds = [cost.kind for cost in market.inputs.costs]
    return {
        f"cost-{n}": COST_NAMES[cost.kind][0 if locale == "ja" else 1]
        if kinds.count(cost.kind) == 1
        else cost_name(cost, locale)
        for n, cost in enumerate(market.inputs.costs, 1)
    }
