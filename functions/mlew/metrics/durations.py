"""Histogram of durations: bins that grow by a quarter, so that a percentile is right to a quarter of itself."""

from bisect import bisect_right
from collections.abc import Mapping

_FIRST = 1000  # ms
_GROWTH = 1.25
_BINS = 42
BOUNDS = tuple(round(_FIRST * _GROWTH**i) for i in range(_BINS))
"""Upper bounds in ms, the last one 2.6 hours; what is longer falls into one more bin."""


def bin_of(duration: int) -> int:
    """Index of the bin of a duration in ms: `BOUNDS[i - 1] <= duration < BOUNDS[i]`."""
    return bisect_right(BOUNDS, duration)


def percentile(histogram: Mapping[int, int], share: float) -> float | None:
    """Duration in ms below which `share` (0 … 1) of the sessions lie; None if there are none.

    Straight line within a bin; the bin without an upper bound answers with its lower one.
    """
    total = sum(histogram.values())
    if total <= 0:
        return None
    wanted, below = share * total, 0
    for index in sorted(i for i, n in histogram.items() if n > 0):
        inside = histogram[index]
        if below + inside >= wanted:
            low = BOUNDS[index - 1] if index else 0
            high = BOUNDS[index] if index < len(BOUNDS) else low
            return low + (high - low) * max(0.0, wanted - below) / inside
        below += inside
    return float(BOUNDS[-1])
