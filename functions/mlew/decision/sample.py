"""Observed values, exact: whether 4 of 5 are at least 80 % is no question of rounding."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mlew.domain.estimate import Mean, Rate
from mlew.domain.verdict import Basis
from mlew.metrics.intervals import mean, rate

_GRAIN = 10**6
"""Readings count to the sixth decimal: finer ones are noise of a conversion."""


@dataclass(frozen=True)
class Sample:
    """`exact`: the value in the criterion's unit (shares in %); `of`: how many it is of.

    `deviation`: of the single values, where there is one. `hits`: of a share. `low`, `high`: the 95 % interval.
    """

    basis: Basis
    exact: Fraction
    of: int
    hits: int = 0
    low: float | None = None
    high: float | None = None
    deviation: float | None = None


def share(hits: int, of: int) -> Sample | None:
    """In percent, with Wilson's interval. None of nobody."""
    return _of_rate(rate(hits, of))


def average(values: Sequence[Fraction]) -> Sample | None:
    """With Student's interval. None of nobody."""
    if not values:
        return None
    whole = [round(value * _GRAIN) for value in values]
    return _of_mean(mean(len(whole), sum(whole), sum(w * w for w in whole), unit=_GRAIN), Fraction(sum(whole), _GRAIN))


def total(values: Sequence[Fraction]) -> Sample | None:
    """A sum over testers. None of nobody."""
    return Sample("total", sum(values, Fraction()), len(values)) if values else None


def figure(value: float) -> Sample:
    """One number from the records."""
    return Sample("figure", exactly(value), 1)


def exactly(value: float) -> Fraction:
    """The number that a person wrote: 0.1 is a tenth."""
    return Fraction(repr(float(value)))


def _of_rate(found: Rate) -> Sample | None:
    if found.low is None or found.high is None:
        return None
    return Sample(
        "share", Fraction(found.hits * 100, found.of), found.of, found.hits, found.low * 100, found.high * 100
    )


def _of_mean(found: Mean, summed: Fraction) -> Sample:
    return Sample("mean", summed / found.of, found.of, 0, found.low, found.high, found.deviation)
