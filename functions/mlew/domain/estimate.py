"""A number with how sure one can be of it. Nothing observed is None, never 0."""

from mlew.domain.base import Model

LEVEL = 0.95
"""Of every interval: were the test repeated many times, 95 of 100 such intervals would hold the true value."""


class Rate(Model):
    """`hits` of `of`; 0 … 1. The interval is Wilson's."""

    hits: int
    of: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Mean(Model):
    """Of `of` values, by Student's t; with one value there is no interval. Units are the field's."""

    of: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    deviation: float | None = None


class Difference(Model):
    """Second minus first, with its interval. `sure`: the interval leaves out 0, on one side of it.

    None everywhere if one side has no data; without an interval if one has too little.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    sure: bool = False
