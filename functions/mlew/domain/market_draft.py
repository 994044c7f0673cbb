"""What a model may write of the market, and how that becomes inputs whose units fit (METHOD, ③ in units)."""

from datetime import UTC, datetime
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from mlew.domain.base import Draft, Locale
from mlew.domain.market_estimate import Cost, CostKind, Figure, MarketInputs
from mlew.domain.market_rules import market_errors, market_warnings
from mlew.domain.market_unit import Currency, Customers, Money, Percent, Periods, Price, Running
from mlew.domain.multiple import Multiple
from mlew.domain.quantity import PER_YEAR, Period
from mlew.domain.violation import Violation, place, violation

Paid = Literal["once", "day", "week", "month", "year"]


class RangeDraft(Draft):
    """A figure that nobody knows exactly. Refused where nothing could be computed with it."""

    low: float
    middle: float = Field(description="Above 0")
    high: float
    source: str = Field(description="Where it is from; empty if it is assumed")
    check: str = Field(description="Who finds out, by when and how, if it is assumed; else empty")

    @model_validator(mode="after")
    def _can_be_reckoned_with(self) -> Self:
        if self.middle <= 0 or self.low < 0:
            raise ValueError("middle must be above 0, and low must not be below 0")
        return self


class CostDraft(Draft):
    """A cost of market competition, over the time of use."""

    kind: CostKind
    name: str = Field(description="For what")
    amount: RangeDraft = Field(description="Money: all of it if paid once, else what one period costs")
    paid: Paid
    times: RangeDraft = Field(description="How many such periods; 1 if paid once")


class MarketDraft(Draft):
    """The four factors of the value, and the costs."""

    currency: Currency
    customer: str = Field(description="What counts as one customer: company, shop, person …")
    customers: RangeDraft = Field(description="How many there are")
    share: RangeDraft = Field(description="How many of them buy, in % of all")
    price_of: str = Field(description="Who pays one price; the same words as in customer")
    price: RangeDraft = Field(description="Money that one of them pays in one period")
    price_per: Period
    periods: RangeDraft = Field(description="For how many periods one of them stays")
    periods_of: Period = Field(description="The same period as in price_per")
    costs: list[CostDraft]

    @model_validator(mode="after")
    def _costs_something(self) -> Self:
        if not any(cost.amount.low > 0 for cost in self.costs):
            raise ValueError("costs must not be empty, and one of them must be above 0 at its low end")
        return self


def market_violations(draft: MarketDraft, currency: Currency, *, locale: Locale = "en") -> list[Violation]:
    """Units that do not come out as money, shares above 100 %, no source and nobody who checks, kinds left out.

    `currency`: that of the workshop.
    """
    multiple = Multiple(set_at=datetime.min.replace(tzinfo=UTC), reason="-")
    written = _inputs(draft, draft.currency, (multiple,), multiple.set_at, fitted=False)
    found = [*market_errors(written, locale=locale), *market_warnings(written, locale=locale)]
    if draft.currency != currency:
        facts = {"counted": draft.currency, "divided": currency}
        found.append(violation("market-currency", place("value", locale), locale, **facts))
    unsaid = [number for number, cost in enumerate(draft.costs, 1) if not cost.name.strip()]
    return [*found, *(violation("market-cost-name", place("cost", locale, number), locale) for number in unsaid)]


def inputs_from(
    draft: MarketDraft, currency: Currency, multiples: tuple[Multiple, ...], estimated_at: datetime
) -> MarketInputs:
    """Inputs without errors, whatever the rules still find: ranges in order, one customer, one period, one currency.

    A number of periods is converted where the price is for others. That of a currency is not: nobody here knows the
    rate, so the rule's warning is what people go by.
    """
    return _inputs(draft, currency, multiples, estimated_at, fitted=True)


def _inputs(
    draft: MarketDraft,
    currency: Currency,
    multiples: tuple[Multiple, ...],
    estimated_at: datetime,
    *,
    fitted: bool,
) -> MarketInputs:
    per = draft.price_per if fitted else draft.periods_of
    times = PER_YEAR[per] / PER_YEAR[draft.periods_of]
    most = 100.0 if fitted else None
    return MarketInputs(
        currency=currency,
        customers=Figure[Customers](**_figure(draft.customers, fitted), unit=Customers(of=draft.customer)),
        share=Figure[Percent](**_figure(draft.share, fitted, most=most), unit=Percent()),
        price=Figure[Price](
            **_figure(draft.price, fitted),
            unit=Price(currency=currency, of=draft.customer if fitted else draft.price_of, per=draft.price_per),
        ),
        periods=Figure[Periods](**_figure(draft.periods, fitted, times=times), unit=Periods(per=per)),
        costs=tuple(_cost(cost, currency, fitted) for cost in draft.costs),
        multiples=multiples,
        estimated_at=estimated_at,
    )


def _cost(cost: CostDraft, currency: Currency, fitted: bool) -> Cost:
    amount = _figure(cost.amount, fitted)
    if cost.paid == "once":
        return Cost(kind=cost.kind, name=cost.name, amount=Figure[Money](**amount, unit=Money(currency=currency)))
    return Cost(
        kind=cost.kind,
        name=cost.name,
        amount=Figure[Running](**amount, unit=Running(currency=currency, per=cost.paid)),
        periods=Figure[Periods](**_figure(cost.times, fitted), unit=Periods(per=cost.paid)),
    )


def _figure(draft: RangeDraft, fitted: bool, *, times: float = 1.0, most: float | None = None) -> dict[str, Any]:
    """`times`: converts into another period; `most`: what no value exceeds."""
    values = [value * times for value in (draft.low, draft.middle, draft.high)]
    low, middle, high = sorted(min(value, most) if most else value for value in values) if fitted else values
    texts = {"source": draft.source, "check": draft.check, "assumed": not draft.source.strip()}
    return {"low": low, "middle": middle, "high": high, **texts}
