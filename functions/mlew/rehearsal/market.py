"""Market estimate: figures of the invention that goes first, all assumed but for the price of its press release."""

from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.market_draft import CostDraft, MarketDraft, Paid, RangeDraft
from mlew.domain.market_estimate import COST_KINDS, CostKind
from mlew.domain.press_release import PressRelease
from mlew.domain.quantity import dimension
from mlew.rehearsal.amounts import about, spent
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.facts import Facts
from mlew.rehearsal.language import shorten
from mlew.rehearsal.market_words import WORDS, MarketWords

_UNITS = {"JPY": "yen", "USD": "usd", "EUR": "eur"}
_USUAL_FEE = {"JPY": 1980.0, "USD": 19.0, "EUR": 19.0}
_SPREAD: dict[CostKind, float] = {"advertising": 0.25, "sales": 0.2, "operation": 0.35, "improvement": 0.2}
"""Parts of the whole cost."""
_STAYING = (12.0, 24.0, 36.0)  # months
_TAKEN_UP = ("count-customers", "named-share", "all-costs", "honest-range", "our-figures")


def compose_market(
    journey: Journey, release: PressRelease, *, facts: Facts, locale: Locale, asked: Asked
) -> MarketDraft:
    """Customers like the journey's, the release's price a month, costs of about a third of the value.

    A percentage in comments replaces the share; other comments are to be checked with the share.
    """
    words = WORDS[locale]
    chance = Chance(locale, asked.seed(*_TAKEN_UP), journey.segment, release.message.service)
    currency = facts.currency if facts.currency in _UNITS else "JPY"
    noun = _noun(journey, words)
    names = {
        "segment": shorten(journey.segment or release.message.who_and_when, 60).rstrip("。."),
        "service": shorten(release.message.service, 40),
        "noun": noun,
    }
    wide = 1.6 if asked.wants("honest-range") else 1.0
    customers = chance.pick("customers", (8000.0, 20000.0, 45000.0, 90000.0)) / (
        2 if asked.wants("count-customers") else 1
    )
    shares = [p for p in asked.percents if 0 < p <= 50]
    share = shares[0] if shares else chance.pick("share", (3.0, 5.0, 8.0)) / (2 if asked.wants("named-share") else 1)
    said = _fee(release, currency)
    fee = said or _USUAL_FEE[currency]
    value = customers * share / 100 * fee * _STAYING[1]
    cost = value / chance.pick("ratio", (2.2, 3.4, 4.5)) * (1.5 if asked.wants("all-costs") else 1)
    noted = "".join(words.noted.format(comment=shorten(comment, 80)) for comment in asked.comments)
    return MarketDraft(
        currency=currency,
        customer=noun,
        customers=_range(customers, 0.6 / wide, 1.5 * wide, check=words.customers.format(**names)),
        share=_range(share, 0.5 / wide, min(1.8 * wide, 100 / share), check=words.share.format(**names) + noted),
        price_of=noun,
        price=_range(
            fee, 0.8, 1.0, source=words.price if said else "", check="" if said else words.price_check.format(**names)
        ),
        price_per="month",
        periods=_stay(words),
        periods_of="month",
        costs=[_cost(kind, cost, words, names, wide) for kind in COST_KINDS],
    )


def _noun(journey: Journey, words: MarketWords) -> str:
    return next((noun for sign, noun in words.nouns if sign.search(journey.segment)), words.person)


def _fee(release: PressRelease, currency: str) -> float:
    """The first amount of money in the FAQ on costs; 0 if there is none in this currency."""
    costs = " ".join(entry.answer for entry in release.faq if entry.topic == "cost")
    amounts = [one.quantity for one in spent(costs) if dimension(one.quantity.unit) == "money"]
    return next((q.middle for q in amounts if q.unit == _UNITS[currency] and q.middle > 0), 0.0)


def _cost(kind: CostKind, whole: float, words: MarketWords, names: dict[str, str], wide: float) -> CostDraft:
    """Advertising is paid once; the rest runs as long as customers stay."""
    once = kind == "advertising"
    paid: Paid = "once" if once else "month"
    amount = whole * _SPREAD[kind] / (1 if once else _STAYING[1])
    return CostDraft(
        kind=kind,
        name=words.named[kind].format(**names),
        amount=_range(amount, 0.8 / wide, 1.4 * wide, check=words.costs),
        paid=paid,
        times=_exactly(1, 1, 1) if once else _stay(words),
    )


def _stay(words: MarketWords) -> RangeDraft:
    return _exactly(*_STAYING, check=words.periods)


def _range(middle: float, low: float, high: float, *, source: str = "", check: str = "") -> RangeDraft:
    """Around the middle, in two leading figures, never out of order."""
    middle = about(middle)
    return _exactly(
        min(middle, about(middle * low)), middle, max(middle, about(middle * high)), source=source, check=check
    )


def _exactly(low: float, middle: float, high: float, *, source: str = "", check: str = "") -> RangeDraft:
    return RangeDraft(low=low, middle=middle, high=high, source=source, check=check)
