"""Amounts as people write them ("15〜30 分", "about 2 hours", "¥1,200"), and their units."""

import re
import unicodedata
from typing import Literal

from mlew.domain.base import Model

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

_UNITS: dict[str, Unit] = {
    "分間": "minute", "分": "minute", "minutes": "minute", "minute": "minute", "mins": "minute", "min": "minute",
    "時間": "hour", "hours": "hour", "hour": "hour", "hrs": "hour", "hr": "hour", "h": "hour",
    "営業日": "day", "日間": "day", "日": "day", "days": "day", "day": "day",
    "週間": "week", "週": "week", "weeks": "week", "week": "week",
    "か月": "month", "ヶ月": "month", "ヵ月": "month", "カ月": "month", "ケ月": "month", "months": "month", "month": "month",
    "年間": "year", "年": "year", "years": "year", "year": "year",
    "円": "yen", "¥": "yen", "yen": "yen", "jpy": "yen",
    "$": "usd", "usd": "usd", "ドル": "usd", "dollars": "usd", "dollar": "usd",
    "€": "eur", "eur": "eur", "ユーロ": "eur", "euros": "eur", "euro": "eur",
    "回": "count", "件": "count", "人": "count", "times": "count", "people": "count",
    "%": "percent", "パーセント": "percent", "percent": "percent",
}  # fmt: skip
_MULTIPLIERS: dict[str, float] = {"千": 1e3, "万": 1e4, "億": 1e8, "k": 1e3, "m": 1e6, "": 1}
_NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(千|万|億|[km](?![a-z]))?"
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<pre>[¥$€])?\s*{_NUMBER}\s*(?P<unit1>{_UNIT})?"
    rf"(?:\s*(?:~|-|–|—|to|から|ないし)\s*(?:[¥$€])?\s*{_NUMBER})?\s*(?P<unit2>{_UNIT})?(?P<half>半)?",
    re.IGNORECASE,
)


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


def parse_quantity(text: str) -> Quantity | None:
    """Read the first amount in `text`. None if there is none or its unit is not known: the text stays a note."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("〜", "~").replace("−", "-")
    for match in _AMOUNT.finditer(plain):
        name = match["unit2"] or match["unit1"] or match["pre"]
        if name is None:
            continue
        unit = _UNITS[name]
        low = _number(match[2], match[3] or (match[6] if match[5] else None))
        high = _number(match[5], match[6]) if match[5] else low
        if match["unit1"] and match["unit2"] and dimension(_UNITS[match["unit1"]]) == dimension(unit) == "time":
            low *= MINUTES[_UNITS[match["unit1"]]] / MINUTES[unit]
        half = 0.5 if match["half"] else 0.0
        low, high = low + half, high + half
        return Quantity(low=min(low, high), high=max(low, high), unit=unit)
    return None


def _number(digits: str, multiplier: str | None) -> float:
    return float(digits.replace(",", "")) * _MULTIPLIERS[multiplier or ""]
