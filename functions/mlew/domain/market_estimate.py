"""③: is the market worth the investment? (METHOD, Test/Iterate)

customers x share x money per customer and period x periods of use, against N x cost of market competition.
"""

from typing import Generic, Literal, TypeVar

from pydantic import AwareDatetime, Field

from mlew.domain.base import Line, Model
from mlew.domain.market_unit import Currency, Customers, Money, Percent, Periods, Price, Running, Unit
from mlew.domain.multiple import Multiple

CostKind = Literal["advertising", "sales", "operation", "improvement"]
COST_KINDS: tuple[CostKind, ...] = ("advertising", "sales", "operation", "improvement")
Bound = Literal["low", "middle", "high"]
U_co = TypeVar("U_co", bound=Unit, covariant=True)


class Figure(Model, Generic[U_co]):
    """One input. Without a `source` it is `assumed`, and `check` says who finds out, and how."""

    low: float
    middle: float
    high: float
    unit: U_co
    source: Line = ""
    assumed: bool = True
    check: Line = ""

    def at(self, bound: Bound) -> float:
        """The value in its unit."""
        return {"low": self.low, "middle": self.middle, "high": self.high}[bound]


class Cost(Model):
    """A cost of market competition: once, or running for a number of periods."""

    kind: CostKind
    name: Line = ""
    amount: Figure[Money] | Figure[Running]
    periods: Figure[Periods] | None = None

    def at(self, bound: Bound) -> float:
        """Money over the whole time."""
        return self.amount.at(bound) * (self.periods.at(bound) if self.periods else 1)


class MarketInputs(Model):
    """What the team knows and assumes.

    `multiples`: N and every later change of it, in order; the last one counts. `estimated_at`: when the first figure
    was written down.
    """

    currency: Currency
    customers: Figure[Customers]
    share: Figure[Percent]
    price: Figure[Price]
    periods: Figure[Periods]
    costs: tuple[Cost, ...]
    multiples: tuple[Multiple, ...] = Field(min_length=1)
    estimated_at: AwareDatetime

    @property
    def n(self) -> float:
        """The multiple that counts."""
        return self.multiples[-1].n

    @property
    def figures(self) -> dict[str, Figure[Customers] | Figure[Percent] | Figure[Price] | Figure[Periods]]:
        """The four factors of the value, in the method's order."""
        return {"customers": self.customers, "share": self.share, "price": self.price, "periods": self.periods}


class Case(Model):
    """Money in the inputs' currency. `ratio` = value ÷ cost; `reached`: it is N or more."""

    value: float
    cost: float
    needed: float
    ratio: float
    reached: bool


class Sensitivity(Model):
    """The ratio when one input is at an end of its range and all others are in the middle.

    `input`: `customers`, `share`, `price`, `periods` or `cost-1` …; `decides`: in the range the answer changes.
    """

    input: str
    at_low: float
    at_high: float
    decides: bool

    @property
    def swing(self) -> float:
        """How far the ratio moves."""
        return abs(self.at_high - self.at_low)


class MarketEstimate(Model):
    """The answer, all computed.

    `low` takes every input at its worse end, `high` at its better one. `sure`: both give the same answer as `middle`.
    `break_even`: the share in % at which value is N x cost, for each case; None if nobody would pay anything, above 100
    if no share suffices. `sensitivities`: widest swing first. `n_changed`: N was changed after figures were there.
    """

    currency: Currency
    n: float
    low: Case
    middle: Case
    high: Case
    sure: bool
    break_even: dict[Bound, float | None]
    sensitivities: tuple[Sensitivity, ...]
    assumed: tuple[str, ...]
    n_changed: bool


class Market(Model):
    """Artifact of the market estimate, for the invention that goes first. `estimate` is computed from `inputs`."""

    pair: str = ""
    inputs: MarketInputs
    estimate: MarketEstimate
    extra: str = ""
