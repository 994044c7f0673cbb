"""The arithmetic of the market estimate."""

from collections.abc import Mapping

from mlew.domain.base import Locale
from mlew.domain.market_estimate import Bound, Case, MarketEstimate, MarketInputs, Sensitivity
from mlew.domain.market_rules import market_errors
from mlew.errors import InputError

_BETTER: dict[Bound, Bound] = {"low": "high", "middle": "middle", "high": "low"}
"""In the low case costs are high, in the high case they are low."""


def estimate_market(inputs: MarketInputs, *, locale: Locale = "en") -> MarketEstimate:
    """Value against N x cost. Raises InputError that names everything that does not fit."""
    errors = market_errors(inputs, locale=locale)
    if errors:
        raise InputError("\n".join(f"{error.where}: {error.message}" for error in errors))
    cases = {bound: _case(inputs, bound) for bound in _BETTER}
    answers = {case.reached for case in cases.values()}
    return MarketEstimate(
        currency=inputs.currency,
        n=inputs.n,
        **cases,
        sure=len(answers) == 1,
        break_even={bound: _break_even(inputs, bound) for bound in cases},
        sensitivities=_sensitivities(inputs),
        assumed=tuple(_assumed(inputs)),
        n_changed=len(inputs.multiples) > 1 and inputs.multiples[-1].set_at > inputs.estimated_at,
    )


def _case(inputs: MarketInputs, bound: Bound) -> Case:
    value = _value({name: figure.at(bound) for name, figure in inputs.figures.items()})
    return _compared(value, sum(cost.at(_BETTER[bound]) for cost in inputs.costs), inputs.n)


def _value(factors: Mapping[str, float]) -> float:
    return factors["customers"] * factors["share"] / 100 * factors["price"] * factors["periods"]


def _compared(value: float, cost: float, n: float) -> Case:
    needed = n * cost
    return Case(value=value, cost=cost, needed=needed, ratio=value / cost, reached=value >= needed)


def _break_even(inputs: MarketInputs, bound: Bound) -> float | None:
    factors = {name: figure.at(bound) for name, figure in inputs.figures.items()} | {"share": 100}
    whole = _value(factors)
    cost = sum(cost.at(_BETTER[bound]) for cost in inputs.costs)
    return inputs.n * cost / whole * 100 if whole else None


def _sensitivities(inputs: MarketInputs) -> tuple[Sensitivity, ...]:
    middle = {name: figure.middle for name, figure in inputs.figures.items()}
    cost = sum(cost.at("middle") for cost in inputs.costs)
    found = [
        _sensitivity(
            name,
            *(_compared(_value(middle | {name: figure.at(end)}), cost, inputs.n) for end in ("low", "high")),
        )
        for name, figure in inputs.figures.items()
    ]
    found += [
        _sensitivity(
            f"cost-{number}",
            *(_compared(_value(middle), cost - one.at("middle") + one.at(end), inputs.n) for end in ("low", "high")),
        )
        for number, one in enumerate(inputs.costs, 1)
    ]
    return tuple(sorted(found, key=lambda one: -one.swing))


def _sensitivity(name: str, low: Case, high: Case) -> Sensitivity:
    return Sensitivity(input=name, at_low=low.ratio, at_high=high.ratio, decides=low.reached != high.reached)


def _assumed(inputs: MarketInputs) -> list[str]:
    found = [name for name, figure in inputs.figures.items() if figure.assumed]
    return found + [
        f"cost-{number}"
        for number, cost in enumerate(inputs.costs, 1)
        if cost.amount.assumed or (cost.periods is not None and cost.periods.assumed)
    ]
