"""Before and after of a result as lengths of two bars, where both can be compared."""

import math
import re
import unicodedata
from typing import NamedTuple

from mlew.domain.quantity import MINUTES, Quantity, parse_quantity
from mlew.domain.screen_parts import Measure
from mlew.mocks.numerals import numeral

_PRICE = re.compile(r"[£₩₹]\s*\d+(?:,\d{3})*(?:\.\d+)?")
_NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
_TIMES_FROM = 3.0
"""Growth from here on reads better as a multiple than as "+300%"."""
_SHORTEST = 1.5


class Bars(NamedTuple):
    """Lengths in percent of the longer one; `change`: "−82%", "+40%", a multiple, or "" (no change, or from zero)."""

    before: float
    after: float
    change: str


def measure_bars(measure: Measure, times: str) -> Bars | None:
    """`times`: how a multiple is written, "×{n}".

    None: one of both is no number, they are of different kinds, or one is below zero.
    """
    values = _comparable(measure.before, measure.after)
    if values is None or min(values) < 0 or not max(values):
        return None
    before, after = (max(_SHORTEST, round(value / max(values) * 100, 2)) if value else 0.0 for value in values)
    return Bars(before, after, _change(*values, times))


def _change(before: float, after: float, times: str) -> str:
    if not before or before == after:
        return ""
    if after / before >= _TIMES_FROM:
        return times.replace("{n}", numeral(math.floor(after / before * 10) / 10))
    percent = round((after - before) / before * 100)
    return f"+{percent}%" if percent > 0 else f"{numeral(percent)}%"


def _comparable(before: str, after: str) -> tuple[float, float] | None:
    """Amounts of a known unit first (3 hours and 20 minutes); else a number each in the same words."""
    known = parse_quantity(before), parse_quantity(after)
    if known[0] and known[1]:
        return _in_one_unit(known[0], known[1])
    (one, words), (other, same) = _number(before), _number(after)
    return None if one is None or other is None or words != same else (one, other)


def _in_one_unit(before: Quantity, after: Quantity) -> tuple[float, float] | None:
    if before.unit == after.unit:
        return before.middle, after.middle
    if before.unit in MINUTES and after.unit in MINUTES:
        return before.middle * MINUTES[before.unit], after.middle * MINUTES[after.unit]
    return None


def _number(text: str) -> tuple[float | None, str]:
    """The only number in a text, and the words around it."""
    text = unicodedata.normalize("NFKC", text).lower().replace("−", "-")
    prices = _PRICE.findall(text)
    text = prices[0] if len(prices) == 1 else text
    found = _NUMBER.findall(text)
    return (float(found[0].replace(",", "")), _NUMBER.sub("", text).strip()) if len(found) == 1 else (None, "")
