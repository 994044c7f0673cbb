"""Where values stand on an axis with round ticks that always holds zero."""

import math
from collections.abc import Iterable
from typing import NamedTuple

_STEPS = (1, 2, 2.5, 5, 10)
_WANTED = 4


class Scale(NamedTuple):
    """From `low` (zero or less) to `high` (more than `low`), with `ticks` from low to high."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Percent of the way from low to high."""
        return round((value - self.low) / (self.high - self.low) * 100, 3)


def scale(values: Iterable[float]) -> Scale:
    """Of all values together; if all are zero, up to one."""
    known = [0.0, *values]
    low, high = min(known), max(known)
    if low == high:
        return Scale(0.0, 1.0, (0.0, 1.0))
    step = _step((high - low) / _WANTED)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(first * step, last * step, tuple(round(at * step, 10) for at in range(first, last + 1)))


def _step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(step * size for step in _STEPS if step * size >= rough * 0.999)
