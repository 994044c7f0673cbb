"""Strategies for market estimates: any figures that fit, texts as wild as people make them."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Cost, CostKind, Figure, Market, MarketInputs
from mlew.domain.market_unit import Currency, Customers, Money, Percent, Periods, Price, Running
from mlew.domain.multiple import Multiple
from mlew.domain.quantity import Period
from tests.unit.documents.wild import texts

NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
_later = st.integers(0, 10_000_000).map(lambda seconds: NOON + timedelta(seconds=seconds))


@st.composite
def _figure(draw: st.DrawFn, most: float = 1e9) -> dict[str, Any]:
    low, middle, high = sorted(draw(st.lists(st.floats(0.001, most), min_size=3, max_size=3)))
    source = draw(texts)
    assumed = not source.strip() or draw(st.booleans())
    return {"low": low, "middle": middle, "high": high, "source": source, "assumed": assumed, "check": draw(texts)}


@st.composite
def _cost(draw: st.DrawFn, currency: Currency) -> Cost:
    kind, name = draw(st.sampled_from(get_args(CostKind))), draw(texts)
    if draw(st.booleans()):
        return Cost(kind=kind, name=name, amount=Figure[Money](**draw(_figure()), unit=Money(currency=currency)))
    per = draw(st.sampled_from(get_args(Period)))
    return Cost(
        kind=kind,
        name=name,
        amount=Figure[Running](**draw(_figure()), unit=Running(currency=currency, per=per)),
        periods=Figure[Periods](**draw(_figure(1000)), unit=Periods(per=per)),
    )


@st.composite
def markets(draw: st.DrawFn) -> Market:
    """Computed from inputs without errors."""
    currency, per = draw(st.sampled_from(get_args(Currency))), draw(st.sampled_from(get_args(Period)))
    of = draw(texts)
    inputs = MarketInputs(
        currency=currency,
        customers=Figure[Customers](**draw(_figure()), unit=Customers(of=of)),
        share=Figure[Percent](**draw(_figure(100)), unit=Percent()),
        price=Figure[Price](**draw(_figure()), unit=Price(currency=currency, of=of, per=per)),
        periods=Figure[Periods](**draw(_figure(1000)), unit=Periods(per=per)),
        costs=tuple(draw(st.lists(_cost(currency), min_size=1, max_size=3))),
        multiples=(
            Multiple(n=draw(st.floats(0.1, 100)), reason=draw(texts), set_at=NOON, set_by=draw(texts)),
            *draw(st.lists(st.builds(Multiple, n=st.floats(0.1, 9), reason=texts, set_at=_later), max_size=2)),
        ),
        estimated_at=draw(_later),
    )
    return Market(pair=draw(texts), inputs=inputs, estimate=estimate_market(inputs), extra=draw(texts))
