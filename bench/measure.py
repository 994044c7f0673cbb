"""One measured figure, and whether it reaches its target."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal


@dataclass(frozen=True)
class Measure:
    """`limit`: the target; `better`: on which side of it a value has to lie. `samples`: what `value` was made of.

    `limit` None: there is no target, the figure explains another one.
    """

    name: str
    value: float
    unit: str
    method: str
    limit: float | None = None
    better: Literal["lower", "higher"] = "lower"
    samples: Sequence[float] = field(default=())

    @property
    def reached(self) -> bool | None:
        """None without a target."""
        if self.limit is None:
            return None
        return self.value <= self.limit if self.better == "lower" else self.value >= self.limit


def middle(
    name: str, samples: Sequence[float], unit: str, method: str, *, limit: float | None = None, digits: int = 2
) -> Measure:
    """The median of several samples."""
    rounded = [round(s, digits) for s in samples]
    return Measure(name, round(median(samples), digits), unit, method, limit=limit, samples=rounded)
