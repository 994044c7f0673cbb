"""Effects, frequencies and yearly impacts of a question as people say them."""

import re
import unicodedata
from math import isfinite
from typing import get_args

from mlew.documents.defect import defect
from mlew.documents.figures import figure, read_figure
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.quantity import Period, Unit, dimension, parse_quantity
from mlew.domain.question import Direction, Effect, Frequency, Impact

_UNITS = Words(
    minute=("分", "min"),
    hour=("時間", "h"),
    day=("日", "days"),
    week=("週間", "weeks"),
    month=("か月", "months"),
    year=("年", "years"),
    yen=("円", "JPY"),
    usd=("ドル", "USD"),
    eur=("ユーロ", "EUR"),
    count=("回", "times"),
    percent=("パーセント", "percent"),
)
_UNIT: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
_DIRECTIONS: dict[str, Direction] = {
    "短縮": "saved", "削減": "saved", "節約": "saved", "減": "saved", "save": "saved", "less": "saved",
    "獲得": "gained", "増加": "gained", "増": "gained", "gain": "gained", "more": "gained",
}  # fmt: skip
_PERIODS: dict[str, Period] = {
    "年": "year", "year": "year", "月": "month", "month": "month", "週": "week", "week": "week",
    "日": "day", "day": "day", "dai": "day",
}  # fmt: skip
"""The longest first: "5 days a week" is a week's."""
_NUMBER = r"[-+]?(?:\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?|inf)"
_EXACT_EFFECT = re.compile(rf"(?:[a-z]+ )?(?P<amount>{_NUMBER}) (?P<unit>\w+)(?: 短縮| 獲得)?")
_EXACT_FREQUENCY = re.compile(rf"(?P<ja>1 日|週|月|年)に (?P<n>{_NUMBER}) 回|(?P<m>{_NUMBER}) times a (?P<en>\w+)")
_WEEKDAY = re.compile(r"[月火水木金土日]曜日?")
_EVERY_FEW = re.compile(r"(\d+)\s*(?:日|週間?|[かヶヵカケ]?月|年)\s*間?\s*(?:に|ごと|あたり)|every\s+(\d+)")
_SPOKEN = {"隔": 0.5, "twice": 2.0, "once": 1.0, "毎": 1.0, "every": 1.0, "ly": 1.0, "ごと": 1.0}


def write_effect(effect: Effect, locale: Locale) -> str:
    """`30 分 短縮（仮）`, `saves 30 min (assumed)`."""
    amount = f"{figure(effect.amount)} {_UNITS(effect.unit, locale)}"
    if locale == "ja":
        text = f"{amount} {'短縮' if effect.direction == 'saved' else '獲得'}"
    else:
        text = f"{'saves' if effect.direction == 'saved' else 'gains'} {amount}"
    return assumed(text, effect.assumed, locale)


def read_effect(written: str, line: int, locale: Locale) -> Effect:
    """Without a word of direction it is saved. A range counts with its middle. Raises InputError without an amount."""
    text, is_assumed = read_assumed(written)
    plain = unicodedata.normalize("NFKC", text).lower()
    direction = next((value for word, value in _DIRECTIONS.items() if word in plain), "saved")
    exact = _EXACT_EFFECT.fullmatch(plain.strip())
    amount = read_figure(exact["amount"]) if exact else None
    unit = _UNIT.get(_UNITS.key(exact["unit"]) or "") if exact else None
    if amount is None or unit is None:
        quantity = parse_quantity(plain)
        if quantity is None:
            example = "30 分 短縮" if locale == "ja" else "saves 30 min"
            raise defect(locale, "no-amount", line, text=text.strip(), example=example)
        amount, unit = quantity.middle, quantity.unit
    return Effect(direction=direction, amount=amount, unit=unit, assumed=is_assumed)


def write_frequency(frequency: Frequency, locale: Locale) -> str:
    """`週に 2 回`, `2 times a week`, `once a week`."""
    times = figure(frequency.times)
    if locale == "ja":
        period = {"day": "1 日", "week": "週", "month": "月", "year": "年"}[frequency.per]
        return assumed(f"{period}に {times} 回", frequency.assumed, locale)
    often = "once" if times == "1" else f"{times} times"
    return assumed(f"{often} a {frequency.per}", frequency.assumed, locale)


def read_frequency(written: str, line: int, locale: Locale) -> Frequency:
    """Also `毎日`, `2 回/週`, `2 週間に 1 回`, `daily`, `twice a week`. Raises InputError without a period."""
    text, is_assumed = read_assumed(written)
    plain = unicodedata.normalize("NFKC", text).lower().strip()
    exact = _EXACT_FREQUENCY.fullmatch(plain)
    if exact:
        times: float | None = read_figure(exact["n"] or exact["m"])
        plain = exact["ja"] or exact["en"]
    else:
        plain = _WEEKDAY.sub("", plain)
        few = _EVERY_FEW.search(plain)
        digits = re.search(_NUMBER, plain[: few.start()] + plain[few.end() :] if few else plain)
        times = read_figure(digits[0]) if digits else next((n for word, n in _SPOKEN.items() if word in plain), None)
        times = (1.0 if times is None else times) / max(1, int(few[1] or few[2])) if few else times
    period = next((value for word, value in _PERIODS.items() if word in plain), None)
    if period is None or times is None:
        example = "週に 2 回" if locale == "ja" else "2 times a week"
        raise defect(locale, "no-amount", line, text=text.strip(), example=example)
    return Frequency(times=times, per=period, assumed=is_assumed)


def write_impact(impact: Impact, locale: Locale) -> str:
    """A year's sum: minutes as hours from one hour on, money with its currency."""
    amount, unit = impact.per_year, impact.unit
    if dimension(unit) == "time" and abs(amount) >= 60:
        amount, unit = amount / 60, "hour"
    shown = figure(amount if not isfinite(amount) else round(amount, 1) if abs(amount) < 100 else round(amount))
    word = _UNITS(unit, locale)
    return f"年 {shown} {word}" if locale == "ja" else f"{shown} {word} a year"
