"""Units of the market estimate as types: what is multiplied must come out as money (METHOD, ③ in units)."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from mlew.domain.base import Line, Model
from mlew.domain.quantity import Period

Currency = Literal["JPY", "USD", "EUR"]
Axis = Literal["customer", "period", "currency"]
Exponents = dict[tuple[Axis, str], int]
"""What a unit is made of: axis and name → exponent. Money per company and month: JPY¹ · company⁻¹ · month⁻¹."""


class Unit(Model):
    """One kind of unit."""

    def exponents(self) -> Exponents:
        """A plain number has none."""
        return {}


class Customers(Unit):
    """A number of customers. `of`: who counts as one, in the workshop's words (company, person, shop …)."""

    of: Line

    def exponents(self) -> Exponents:
        """Customer¹."""
        return {("customer", _name(self.of)): 1}


class Percent(Unit):
    """A share of the customers, 0 to 100."""


class Price(Unit):
    """Money that one customer pays in one period."""

    currency: Currency
    of: Line
    per: Period

    def exponents(self) -> Exponents:
        """Currency¹ · customer⁻¹ · period⁻¹."""
        return {("currency", self.currency): 1, ("customer", _name(self.of)): -1, ("period", self.per): -1}


class Periods(Unit):
    """How many periods."""

    per: Period

    def exponents(self) -> Exponents:
        """Period¹."""
        return {("period", self.per): 1}


class Money(Unit):
    """An amount of money, once."""

    currency: Currency

    def exponents(self) -> Exponents:
        """Currency¹."""
        return {("currency", self.currency): 1}


class Running(Unit):
    """Money in every period."""

    currency: Currency
    per: Period

    def exponents(self) -> Exponents:
        """Currency¹ · period⁻¹."""
        return {("currency", self.currency): 1, ("period", self.per): -1}


class Misfit(Model):
    """Two names on one axis that do not cancel; "" where there is none."""

    axis: Axis
    counted: str
    divided: str


def misfits(units: Iterable[Unit], currency: Currency) -> list[Misfit]:
    """What keeps the product of these units from being money in `currency`; nothing if it is."""
    left: Counter[tuple[Axis, str]] = Counter({("currency", currency): -1})
    for unit in units:
        left.update(unit.exponents())
    axes: dict[Axis, tuple[str, str]] = {}
    for (axis, name), exponent in left.items():
        counted, divided = axes.get(axis, ("", ""))
        if exponent > 0:
            axes[axis] = (name, divided)
        elif exponent < 0:
            axes[axis] = (counted, name)
    return [Misfit(axis=axis, counted=counted, divided=divided) for axis, (counted, divided) in axes.items()]


def _name(of: str) -> str:
    return " ".join(of.casefold().split())
