"""Figures of the estimate with their units, as people say them."""

from mlew.documents.figures import figure
from mlew.documents.market_page.content import AnyFigure
from mlew.documents.money import money
from mlew.domain.base import Locale
from mlew.domain.market_estimate import Bound
from mlew.domain.market_unit import Customers, Money, Percent, Periods, Price, Running
from mlew.domain.quantity import Period

_COUNTED: dict[str, tuple[str, str]] = {
    "day": ("日", "days"), "week": ("週", "weeks"), "month": ("か月", "months"), "year": ("年", "years"),
}  # fmt: skip


def amount(one: AnyFigure, bound: Bound, locale: Locale) -> str:
    """The number with what it cannot be read without: `8 %`, `15,000 円`, `24 か月`."""
    value, unit = one.at(bound), one.unit
    if isinstance(unit, Price | Money | Running):
        exact = value < 1_000 and value != round(value)  # of small prices the fraction matters
        return f"{figure(value)} {unit.currency}" if exact else money(value, unit.currency, locale)
    if isinstance(unit, Percent):
        return f"{figure(value)} %"
    return figure(value) if isinstance(unit, Customers) else f"{figure(value)} {_counted(unit, locale)}".rstrip()


def unit_text(one: AnyFigure, locale: Locale) -> str:
    """What the number is of, where it does not stand beside it: `店`, `1 店・1 か月あたり`; "" else."""
    unit, ja = one.unit, locale == "ja"
    if isinstance(unit, Customers):
        return unit.of
    if isinstance(unit, Price):
        return f"1 {unit.of}・1 {_one(unit.per, locale)}あたり" if ja else f"per {unit.of} and {_one(unit.per, locale)}"
    if isinstance(unit, Running):
        return f"1 {_one(unit.per, locale)}あたり" if ja else f"per {_one(unit.per, locale)}"
    return ""


def _counted(unit: object, locale: Locale) -> str:
    return _COUNTED[unit.per][0 if locale == "ja" else 1] if isinstance(unit, Periods) else ""


def _one(per: Period, locale: Locale) -> str:
    return _COUNTED[per][0] if locale == "ja" else per
