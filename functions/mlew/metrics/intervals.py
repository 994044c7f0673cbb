"""Intervals for rates, means and their differences.

Rates: Wilson's score interval (Wilson 1927). Difference of rates: both Wilson intervals put together (Newcombe 1998,
Statistics in Medicine 17, 873-890, method 10). Means: Student's t; their difference: Welch 1947.
"""

from math import isfinite, sqrt
from statistics import NormalDist

from mlew.domain.estimate import LEVEL, Difference, Mean, Rate
from mlew.metrics.student import t_quantile

_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


def rate(hits: int, of: int) -> Rate:
    """A share with Wilson's interval. More hits than there can be, as while a session moves on, are cut."""
    if of <= 0:
        return Rate(hits=0, of=0)
    hits = min(max(hits, 0), of)
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return Rate(hits=hits, of=of, value=share, low=low, high=high)


def mean(of: int, total: int, squares: int, *, unit: float = 1.0) -> Mean:
    """From number, sum and sum of squares, which are whole numbers so that nothing cancels; divided by `unit`."""
    if of <= 0:
        return Mean(of=0)
    value = total / of / unit
    if of == 1:
        return Mean(of=1, value=value)
    variance = max(0, squares * of - total * total) / (of * (of - 1))
    deviation = sqrt(variance) / unit
    half = t_quantile((1 + LEVEL) / 2, of - 1) * deviation / sqrt(of)
    return Mean(of=of, value=value, low=value - half, high=value + half, deviation=deviation)


def rate_difference(first: Rate, second: Rate) -> Difference:
    """Second minus first."""
    p1, l1, u1 = first.value, first.low, first.high
    p2, l2, u2 = second.value, second.low, second.high
    if p1 is None or p2 is None or l1 is None or l2 is None or u1 is None or u2 is None:
        return Difference()
    value = p2 - p1
    low = value - sqrt((p2 - l2) ** 2 + (u1 - p1) ** 2)
    high = value + sqrt((u2 - p2) ** 2 + (p1 - l1) ** 2)
    return _difference(value, low, high)


def mean_difference(first: Mean, second: Mean) -> Difference:
    """Second minus first, with Welch's degrees of freedom."""
    if first.value is None or second.value is None:
        return Difference()
    value = second.value - first.value
    if first.deviation is None or second.deviation is None:
        return Difference(value=value)
    parts = [(one.deviation or 0.0) ** 2 / one.of for one in (first, second)]
    error = sum(parts)
    if error == 0:
        return _difference(value, value, value)
    freedom = error**2 / sum(part**2 / (one.of - 1) for part, one in zip(parts, (first, second), strict=True))
    half = t_quantile((1 + LEVEL) / 2, freedom) * sqrt(error) if isfinite(freedom) else 0.0
    return _difference(value, value - half, value + half)


def _difference(value: float, low: float, high: float) -> Difference:
    return Difference(value=value, low=low, high=high, sure=low > 0 or high < 0)
