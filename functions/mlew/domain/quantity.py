"""Amounts as people write them ("15〜30 分", "about 2 hours", "¥1,200"), and their units."""

import math
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal, get_args

from mlew.domain.amount import Amount, amounts, plain
from mlew.domain.base import LARGEST, Model

Unit = Literal["minute", "hour", "day", "week", "month", "year", "yen", "usd", "eur", "count", "percent"]
Dimension = Literal["time", "money", "count", "percent"]
Period = Literal["day", "week", "month", "year"]

MINUTES: dict[str, float] = {
    "minute": 1,
    "hour": 60,
    "day": 60 * 24,
    "week": 60 * 24 * 7,
    "month": 60 * 24 * 365 / 12,
    "year": 60 * 24 * 365,
}
"""Elapsed minutes of a time unit. A day is a calendar day: waiting counts as the customer lives it."""

PER_YEAR: dict[Period, float] = {"day": 365, "week": 52, "month": 12, "year": 1}


class Quantity(Model):
    """An amount from `low` to `high` (equal when it is not a range) in `unit`."""

    low: float
    high: float
    unit: Unit

    @property
    def middle(self) -> float:
        """Half way between low and high, in `unit`."""
        return (self.low + self.high) / 2


def dimension(unit: Unit) -> Dimension:
    """Which amounts may be added: those of one dimension (and, for money, of one currency)."""
    if unit in MINUTES:
        return "time"
    if unit in ("yen", "usd", "eur"):
        return "money"
    return "percent" if unit == "percent" else "count"


def parse_quantity(text: str, *, prefer: Dimension | None = None) -> Quantity | None:
    """Read the amount in `text`: the first of the dimension to `prefer`, else of time or money, else of all.

    So "3 人で 2 時間" is 2 hours, and "30 分で 500 円" 500 yen where money is asked for.

    Ranges ("30分から1時間"), compounds ("1時間30分", "1時間半"), "1万5千円" and "half an hour" are understood. Dates,
    clock times and ordinals are no amounts. None if there is none, its unit is not known, or it is larger than any
    customer's: the text stays a note.
    """
    prepared = plain(text)
    found = _quantities(prepared, _summed(prepared, amounts(prepared)))
    weights = {"count": 2, "percent": 2} | ({prefer: 0} if prefer else {})
    return min(found, key=lambda q: weights.get(dimension(q.unit), 1), default=None)


_UNIT: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
_RANGE = ("~", "-", "–", "—", "to", "から", "ないし", "or", "か", "and")
_SUM = ("", "と", "and")


def _summed(text: str, found: Sequence[Amount]) -> list[Amount]:
    """`1 hour 30 min` becomes one amount, in the smaller unit."""
    summed: list[Amount] = []
    for amount in found:
        before = summed[-1] if summed else None
        if before and _between(text, before, amount) in _SUM and MINUTES.get(before.unit, 0) > _minutes(amount):
            value = before.value * MINUTES[before.unit] / MINUTES[amount.unit] + amount.value
            summed[-1] = Amount(before.start, amount.end, value, amount.unit)
        else:
            summed.append(amount)
    return summed


def _quantities(text: str, found: Sequence[Amount]) -> list[Quantity]:
    """Amounts with a unit, ranges as one."""
    quantities: list[Quantity] = []
    last = None
    for amount, following in zip_longest(found, found[1:]):
        if amount is last:
            continue
        high = following if following and _is_range(amount, following, _between(text, amount, following)) else amount
        last = high
        unit = high.unit or amount.unit
        if unit and amount.value <= LARGEST and high.value <= LARGEST:
            low = amount.value * _shared_times(amount, high) * _ratio(amount.unit or unit, unit)
            quantities.append(Quantity(low=min(low, high.value), high=max(low, high.value), unit=_UNIT[unit]))
    return quantities


def _is_range(low: Amount, high: Amount, between: str) -> bool:
    """`15〜30 分`, `30分から1時間`, `¥1,000-1,500`; `3 people and 2 hours` is none."""
    if between not in _RANGE or not (low.unit or high.unit):
        return False
    if not (low.unit and high.unit):
        return True
    return _ratio(low.unit, high.unit) > 0


def _shared_times(low: Amount, high: Amount) -> float:
    """The multiplier behind the second number counts for both: `1〜2万円`, but not in `5000〜1万円`."""
    shared = low is not high and not low.unit and low.times == 1 and low.value <= high.value / high.times
    return high.times if shared else 1


def _ratio(unit: str, into: str) -> float:
    """How many of `into` one `unit` is; 0 if they cannot be compared."""
    if unit == into:
        return 1
    return MINUTES[unit] / MINUTES[into] if unit in MINUTES and into in MINUTES else 0


def _minutes(amount: Amount) -> float:
    return MINUTES.get(amount.unit, math.inf)


def _between(text: str, first: Amount, second: Amount) -> str:
    return text[first.end : second.start].strip(" 約")
