import re

from mlew.domain.base import Locale
from mlew.domain.journey import ResourceDraft
from mlew.domain.quantity import Period, dimension
from mlew.rehearsal.amounts import Spent, how_often, minutes, write_minutes, write_money, write_period
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.moment import Moment

_FARES = re.compile(
    r"電車|バス|タクシー|自動車|車で|トラック|運転|出張|通勤|通院|高速|配達|\b(?:driv(?:es?|ing)|ship(?:s|ping)?|haul\w*|commut\w+|train|bus|taxi|courier)\b",
    re.IGNORECASE,
)
"""Words that say that the way costs money."""
HALF_OF_WORK: dict[Period, float] = {"day": 240, "week": 1200, "month": 4800, "year": 57600}
_CURRENCIES = {"yen": "JPY", "usd": "USD", "eur": "EUR"}
_SMALL_SUMS = {"JPY": (300, 500, 800, 1200, 2000, 3000), "USD": (3, 5, 8, 12, 20, 30), "EUR": (3, 5, 8, 12, 20, 30)}


def resources_of(moment: Moment, chance: Chance, locale: Locale, currency: str) -> list[ResourceDraft]:
    """Time and money of a moment: as the customer says, else what its kind of activity usually takes (assumed)."""
    given = [_given(q, moment, locale) for q in moment.given]
    if not any(r.kind == "time" for r in given):
        given.insert(0, _usual_time(moment, chance, locale))
    if moment.said and _FARES.search(moment.text) and not any(r.kind == "money" for r in given):
        amount = write_money(chance.pick("money", _SMALL_SUMS[currency]), currency, locale)
        given.append(_resource("money", amount, write_period(None, locale), "", assumed=True))
    return given


def _given(spent: Spent, moment: Moment, locale: Locale) -> ResourceDraft:
    quantity, per = spent.quantity, write_period(spent.per, locale)
    if dimension(quantity.unit) == "money":
        low, high = (write_money(a, _CURRENCIES[quantity.unit], locale) for a in (quantity.low, quantity.high))
        amount = low if low == high else f"{low}{'〜' if locale == 'ja' else '–'}{high}"
        return _resource("money", amount, per, moment.note, assumed=False)
    size = minutes(quantity) / quantity.middle
    written = write_minutes(quantity.low * size, quantity.high * size, locale)
    return _resource("time", written, per, moment.note, assumed=False)


def _usual_time(moment: Moment, chance: Chance, locale: Locale) -> ResourceDraft:
    most = _longest(moment)
    low = _round(min(most / 2, moment.activity.low * (0.6 + chance.share("low"))))
    high = max(low, _round(min(most, low * (1.5 + chance.share("high")))))
    if not moment.said:
        low, high = max(1.0, _round(low / 2)), max(2.0, _round(high / 2))
    return _resource("time", write_minutes(low, high, locale), write_period(None, locale), moment.note, assumed=True)


def _longest(moment: Moment) -> float:
    """Minutes that one of so many occurrences can take, if all of them are to fit into half of the working time."""
    often = how_often(f"{moment.text} {moment.note}")
    if often is None:
        return float("inf")
    return HALF_OF_WORK[often.per] / often.times


def _resource(kind: str, amount: str, per: str, note: str, *, assumed: bool) -> ResourceDraft:
    return ResourceDraft.model_validate({"kind": kind, "amount": amount, "per": per, "note": note, "assumed": assumed})


def _round(value: float) -> float:
    """To a figure that people would say: steps of 5 minutes, of 30 above an hour."""
    step = 30 if value >= 60 else 5
    return (
        float(max(step if value >= 60 else 3, round(value / step) * step))
        if value >= 5
        else float(max(1, round(value)))
    )
