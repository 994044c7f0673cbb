"""Where a value, its interval and its line stand in a picture, from 0 at the left end to 1 at the right."""

from typing import NamedTuple

from mlew.domain.verdict import Result

_ROOM = 1.08
"""Beyond the largest number, so that it does not stand on the edge."""


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
        begin, end = begin * _ROOM, end * _ROOM or 1.0

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
