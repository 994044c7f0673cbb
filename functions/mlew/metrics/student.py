"""Quantiles of Student's t distribution, for real degrees of freedom.

Its distribution function is a regularised incomplete beta function (NIST Digital Library of Mathematical Functions,
8.17.21 and 8.17.22), which is turned round by bisection.
"""

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p
from statistics import NormalDist

_TERMS = 300
_CLOSE = 1e-14
_TINY = 1e-300
_LARGE = 1e7
"""Degrees of freedom beyond which the normal distribution is the same to eight digits."""


@lru_cache(maxsize=1024)
def t_quantile(probability: float, freedom: float) -> float:
    """The t below which `probability` (between 0 and 1) of the distribution lies."""
    if not 0 < probability < 1 or freedom <= 0:
        raise ValueError(f"no quantile of {probability} with {freedom} degrees of freedom")
    if probability < 0.5:
        return -t_quantile(1 - probability, freedom)
    if freedom > _LARGE:
        return NormalDist().inv_cdf(probability)
    low, high = 0.0, 1.0
    while t_share_below(high, freedom) < probability and high < inf:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        if t_share_below(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return middle


def t_share_below(t: float, freedom: float) -> float:
    """Share of the distribution below a `t` of 0 or more."""
    return 1 - _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised, of 0 <= x <= 1; the fraction converges quickly on one side, and the other is its complement."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + …)), from its front by Lentz's method."""
    value = upper = 1.0
    lower = 0.0
    for term in range(1, _TERMS):
        half = term // 2
        if term % 2:
            step = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            step = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        lower = 1 / _not_zero(1 + step * lower)
        upper = _not_zero(1 + step / upper)
        value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
