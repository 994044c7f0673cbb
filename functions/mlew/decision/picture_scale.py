"""Where a value, its interval and its line stand in a picture, from 0 at the left end to 1 at the right."""

from math import floor, log10
from typing import NamedTuple

from mlew.domain.verdict import Result

_ENDS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""What a picture may end at, times a power of ten."""


class Marks(NamedTuple):
    """`begin`, `end`: what the ends of the picture are, in the criterion's unit. None: there is none."""

    begin: float
    end: float
    line: float
    zero: float
    value: float | None = None
    low: float | None = None
    high: float | None = None


def marks(result: Result) -> Marks | None:
    """None for a criterion that a person judges: it has no line. Shares go from 0 to 100, all else as far as needed."""
    criterion, measure = result.criterion, result.measure
    if criterion.comparator == "judged" or measure is None:
        return None
    told = [one for one in (measure.value, measure.low, measure.high) if one is not None]
    begin, end = min(0.0, criterion.threshold, *told), max(criterion.threshold, *told, 0.0)
    if measure.basis == "share":
        begin, end = 0.0, 100.0
    else:
        begin, end = -_beyond(-begin), _beyond(end) or 1.0

    def at(value: float | None) -> float | None:
        return None if value is None else min(1.0, max(0.0, (value - begin) / (end - begin)))

    return Marks(
        begin=begin,
        end=end,
        line=at(criterion.threshold) or 0.0,
        zero=at(0.0) or 0.0,
        value=at(measure.value),
        low=at(measure.low),
        high=at(measure.high),
    )


def _beyond(number: float) -> float:
    """The next number that reads well, so that nothing stands on the edge; 0 stays."""
    if number <= 0:
        return 0.0
    power = 10.0 ** floor(log10(number))
    return next(end * power for end in (*_ENDS, 12.0) if end * power > number)
