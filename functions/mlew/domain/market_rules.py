"""What does not fit in a market estimate, and what is still weak in it."""

from collections.abc import Iterator, Mapping

from mlew.domain.base import LARGEST, Locale
from mlew.domain.market_estimate import COST_KINDS, Cost, CostKind, Figure, MarketInputs
from mlew.domain.market_unit import Misfit, Money, Percent, Unit, misfits
from mlew.domain.quantity import PER_YEAR
from mlew.domain.violation import Violation, place, violation

COST_NAMES: dict[CostKind, tuple[str, str]] = {
    "advertising": ("宣伝", "advertising"),
    "sales": ("販売", "sales"),
    "operation": ("運用", "operation"),
    "improvement": ("改善", "improvement"),
}
PERIOD_NAMES: dict[str, tuple[str, str]] = {
    "day": ("日", "day"), "week": ("週", "week"), "month": ("月", "month"), "year": ("年", "year"),
}  # fmt: skip
_PER_YEAR: Mapping[str, float] = {str(period): times for period, times in PER_YEAR.items()}
_RULES = {"customer": "market-customers", "currency": "market-currency"}


def market_errors(inputs: MarketInputs, *, locale: Locale = "en") -> list[Violation]:
    """Units that do not come out as money, ranges upside down, figures from nowhere, N chosen too late."""
    found = [error for name, figure in inputs.figures.items() for error in _figure_errors(figure, name, locale)]
    units: list[Unit] = [figure.unit for figure in inputs.figures.values()]
    found += [_misfit(one, place("value", locale), locale) for one in misfits(units, inputs.currency)]
    for number, cost in enumerate(inputs.costs, 1):
        found += _cost_errors(cost, number, inputs, locale)
    if sum(cost.at("low") for cost in inputs.costs) <= 0:
        found.append(violation("market-cost-positive", place("costs", locale), locale))
    first = inputs.multiples[0]
    if first.set_at > inputs.estimated_at:
        facts = {"chosen": f"{first.set_at:%Y-%m-%d %H:%M %z}", "estimated": f"{inputs.estimated_at:%Y-%m-%d %H:%M %z}"}
        found.append(violation("market-n-first", "N", locale, **facts))
    if any(multiple.n <= 0 for multiple in inputs.multiples):
        found.append(violation("market-n-positive", "N", locale))
    return found


def market_warnings(inputs: MarketInputs, *, locale: Locale = "en") -> list[Violation]:
    """Kinds of cost that are missing, assumptions that nobody checks, an N that was changed later or has no reason."""
    found: list[Violation] = []
    for kind in COST_KINDS:
        if not any(cost.kind == kind for cost in inputs.costs):
            name = COST_NAMES[kind][0 if locale == "ja" else 1]
            found.append(violation("market-cost-kind", place("costs", locale), locale, kind=name))
    figures = {**inputs.figures, **{f"cost-{n}": cost.amount for n, cost in enumerate(inputs.costs, 1)}}
    found += [
        violation("market-check", _where(name, locale), locale)
        for name, figure in figures.items()
        if figure.assumed and not figure.check
    ]
    if not inputs.multiples[-1].reason:
        found.append(violation("market-n-reason", "N", locale))
    for before, after in zip(inputs.multiples, inputs.multiples[1:], strict=False):
        if after.set_at > inputs.estimated_at:
            found.append(violation("market-n-changed", "N", locale, before=f"{before.n:g}", after=f"{after.n:g}"))
    return found


def _figure_errors(figure: Figure[Unit], name: str, locale: Locale) -> Iterator[Violation]:
    where = _where(name, locale)
    if not figure.low <= figure.middle <= figure.high:
        yield violation("market-range", where, locale, low=figure.low, middle=figure.middle, high=figure.high)
    if figure.low < 0 or figure.middle <= 0 or figure.high > LARGEST:
        yield violation("market-positive", where, locale)
    if isinstance(figure.unit, Percent) and figure.high > 100:
        yield violation("market-share", where, locale, high=f"{figure.high:g}")
    if not figure.assumed and not figure.source:
        yield violation("market-source", where, locale)


def _cost_errors(cost: Cost, number: int, inputs: MarketInputs, locale: Locale) -> Iterator[Violation]:
    name = f"cost-{number}"
    yield from _figure_errors(cost.amount, name, locale)
    if cost.periods is not None:
        yield from _figure_errors(cost.periods, name, locale)
    once = isinstance(cost.amount.unit, Money)
    if once != (cost.periods is None):
        yield violation("market-cost-once" if once else "market-cost-running", _where(name, locale), locale)
        return
    units: list[Unit] = [cost.amount.unit, *([cost.periods.unit] if cost.periods else [])]
    for misfit in misfits(units, inputs.currency):
        yield _misfit(misfit, _where(name, locale), locale)


def _misfit(misfit: Misfit, where: str, locale: Locale) -> Violation:
    """A period has a factor to tell; the others only differ."""
    names = {"counted": misfit.counted, "divided": misfit.divided}
    if misfit.axis == "period":
        shown = {key: PERIOD_NAMES[name][0 if locale == "ja" else 1] for key, name in names.items()}
        factor = _PER_YEAR[misfit.divided] / _PER_YEAR[misfit.counted]
        return violation("market-periods", where, locale, **shown, factor=f"{factor:.4g}")
    return violation(_RULES[misfit.axis], where, locale, **names)


def _where(name: str, locale: Locale) -> str:
    return place("cost", locale, int(name.removeprefix("cost-"))) if name.startswith("cost-") else place(name, locale)
