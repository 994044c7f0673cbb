"""Times, money and frequencies in a customer's own words, and how to write them."""

import re
import unicodedata
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.quantity import MINUTES, PER_YEAR, Period, Quantity, dimension, parse_quantity

_NO_DURATION = re.compile(
    r"\d+\s*日(?=[締までにの付])|毎月\s*\d+\s*日|\d+\s*月(?:\s*\d+\s*日)?|\d+\s*年[生度]"
    r"|\d+\s*(?:分|時間|日|週間|か月|ヶ月|年)\s*(?:以内|以上前|前|後|おき|ごと|目)"
    r"|\b(?:within|every|per|next|last|past|for the last)\s+\d+\s*(?:minutes?|hours?|days?|weeks?|months?|years?)"
    r"|\b(?:for|since|past|over)\s+(?:(?:about|over|more than|nearly|almost|some)\s+)?(?:\d+|[a-z]+)\s+years?\b"
    r"|\b(?:\d+|[a-z]+)\s+years?\s+(?:of|in|as|on the|with|running)\b|\b(?:age|aged)\s+\d+"
    r"|(?:創業|勤続|経験|入社|独立|開業|結婚|勤め|働い|続け|営ん|始め)[^、。\d]{0,5}\d+\s*年|\d+\s*年(?:間)?(?:以上|ほど|くらい|ぐらい)?"
    r"(?:の?(?:自営|専業|会社員|在籍|所属)|の(?:経験|キャリア|付き合い|歴史)|働|勤|営|続|やって|住|暮|使って|使い続|担当|従事|選手|来の)"
    r"|\d+[- ](?:day|week|month|year|hour)s?[- ](?:old|ago|line|service|before|in advance)"
    r"|\d+\s*(?:days?|weeks?|months?|years?|hours?)\s+(?:ago|old|before|earlier|in advance)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[、;；。と]|,(?!\d{3})|\s+and\s+|(?<=[回件社人本枚通日])(?=\s*約?\d)")
_WORDS = {
    "once": "1 times", "twice": "2 times", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "ten": "10", "half an hour": "30 minutes", "an hour": "1 hour",
    "a day": "1 day", "half a day": "12 hours", "半日": "4時間", "丸一日": "1日", "一": "1", "二": "2", "三": "3",
}  # fmt: skip
_TIMES = r"(\d+(?:\.\d+)?)(?:\s*[~-]\s*(\d+(?:\.\d+)?))?"
_PERIODS_JA: dict[str, Period] = {"日": "day", "週": "week", "月": "month", "年": "year"}
_PERIODS: dict[str, Period] = {**_PERIODS_JA, "day": "day", "week": "week", "month": "month", "year": "year"}
_WEEKLY = ("week", "weekly", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS_EN: dict[str, Period] = {
    **dict.fromkeys(_WEEKLY, "week"),
    **dict.fromkeys(("month", "monthly"), "month"),
    **dict.fromkeys(("year", "season", "yearly", "annually"), "year"),
}
_FREQUENCY_JA = re.compile(
    rf"(?:1\s*)?(日|週|月|年)(?:間)?(?:に|あたり)?\s*(?:約|およそ)?\s*{_TIMES}\s*(?:回|件|度|通|本|枚|社|人|名|着)"
)
_TIMES_A_JA = re.compile(rf"{_TIMES}\s*(?:回|件|度|通|本|枚)\s*/\s*(?:1\s*)?(日|週|月|年)")
_EVERY_JA = re.compile(r"毎([日朝晩夕回週月年])|(日々|日常的)|([週月年])末|(\d+)\s*日(?:おき|ごと)")
_FREQUENCY_EN = re.compile(
    rf"(?<![$€¥\d.,]){_TIMES}\s*(?!min|hour|hr|h\b|day|week|month|year|usd|eur|dollar|euro|yen)(?:x|[a-z]+)?\s*(?:a|per|each|every|/)\s*(day|week|month|year)\b",
    re.IGNORECASE,
)
_EVERY_EN = re.compile(
    r"\b(?:every|each)\s+(morning|evening|night|day|afternoon|week|month|year|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)\b|\b(daily|weekly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)


_IN_ALL_JA = re.compile(
    r"(?<![\d.])(?:1\s*)?(日|週|月|年)(?:間)?(?:に|あたり)?\s*(?:約|およそ)?\s*(?=¥?\d[\d,.]*\s*(?:~\s*\d+\s*)?(?:千|万|億)?\s*(?:分|時間|円))"
)
_IN_ALL_EN = re.compile(r"(?:\b(?:a|per|each|every)\s+|/\s*)(day|week|month|year)\b", re.IGNORECASE)
_SHORT_PERIODS = {"wk": "week", "mo": "month", "yr": "year", "d": "day"}
_SHORT = re.compile(r"/\s*(wk|mo|yr|d)\b", re.IGNORECASE)
_SLASH_JA = re.compile(r"/\s*(?:1\s*)?(日|週|月|年)間?(?!\d)")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY_EN = re.compile(rf"\b({'|'.join(_WEEKDAYS)})days?\b", re.IGNORECASE)
_WEEKDAY_JA = re.compile(r"([月火水木金土日])曜")
_OF_THE_MONTH = re.compile(
    r"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+\w+day\b|第\s*[\d一二三四]\s*[月火水木金土日]",
    re.IGNORECASE,
)
_MARK = re.compile(r"⟨(\w+)⟩")


@dataclass(frozen=True)
class HowOften:
    """Occurrences for one customer. `said`: the customer's sheet says so."""

    times: float
    per: Period
    said: bool


@dataclass(frozen=True)
class Spent:
    """Time or money, each time or (`per`) in all of a period."""

    quantity: Quantity
    per: Period | None = None

    def each(self, often: HowOften) -> Quantity:
        """The part of one occurrence."""
        if self.per is None:
            return self.quantity
        share = PER_YEAR[self.per] / (often.times * PER_YEAR[often.per])
        return Quantity(low=self.quantity.low * share, high=self.quantity.high * share, unit=self.quantity.unit)


def spent(text: str) -> list[Spent]:
    """Amounts of time and money in `text`, in order; dates, deadlines and frequencies are none."""
    plain = _NO_DURATION.sub(" ", _without_frequency(_whole_periods(_spelled_out(text))))
    plain = _IN_ALL_EN.sub(r"⟨\1⟩", _SLASH_JA.sub(r"⟨\1⟩", _IN_ALL_JA.sub(r"⟨\1⟩", plain)))
    found: list[Spent] = []
    for piece in _PIECE.split(plain):
        quantity = parse_quantity(_MARK.sub(" ", piece))
        if quantity and quantity.high > 0 and dimension(quantity.unit) in ("time", "money"):
            mark = _MARK.search(piece)
            found.append(Spent(quantity, _PERIODS[mark[1].lower()] if mark else None))
    return found


def how_often(text: str) -> HowOften | None:
    """The first frequency in `text`, or None."""
    plain = _whole_periods(_spelled_out(text))
    if match := _FREQUENCY_JA.search(plain):
        return HowOften(_middle(match[2], match[3]), _PERIODS_JA[match[1]], said=True)
    if match := _TIMES_A_JA.search(plain):
        return HowOften(_middle(match[1], match[2]), _PERIODS_JA[match[3]], said=True)
    if match := _FREQUENCY_EN.search(plain):
        per: Period = match[3].lower()  # type: ignore[assignment]  # the pattern holds the four periods only
        return HowOften(_middle(match[1], match[2]), per, said=True)
    if match := _EVERY_JA.search(plain):
        return _every(match[1] or match[3] or "日", _PERIODS_JA)
    if match := _EVERY_EN.search(plain):
        return _every((match[1] or match[2]).lower(), _PERIODS_EN)
    return _on_weekdays(plain)


def minutes(quantity: Quantity) -> float:
    """Middle of a time, in minutes."""
    return quantity.middle * MINUTES[quantity.unit]


def write_minutes(low: float, high: float, locale: Locale) -> str:
    """A range of minutes as people write it: 10〜20分, "2–3 h", 1日."""
    for size, ja, en in ((60 * 24, "日", "days"), (60, "時間", "h"), (1, "分", "min")):
        if low >= size * (1 if size > 1 else 0) and (size == 1 or high >= 2 * size or low % size == 0):
            a, b = round(low / size, 1), round(high / size, 1)
            unit = ja if locale == "ja" else (" day" if en == "days" and b == 1 else f" {en}")
            dash = "〜" if locale == "ja" else "–"
            return f"{a:g}{unit}" if a == b else f"{a:g}{dash}{b:g}{unit}"
    return f"{low:g}分" if locale == "ja" else f"{low:g} min"


def about(amount: float) -> float:
    """Two leading figures: an estimate that says more claims more than it knows."""
    return float(f"{amount:.2g}")


def write_period(per: Period | None, locale: Locale) -> str:
    """For what an amount is: each time, or all of a period."""
    if locale == "ja":
        return {
            None: "1回あたり",
            "day": "1日あたり",
            "week": "1週間あたり",
            "month": "1か月あたり",
            "year": "1年あたり",
        }[per]
    return f"a {per}" if per else "each time"


def read_period(text: str) -> Period | None:
    """The period that `write_period` wrote, or that somebody wrote instead; None for each time."""
    found = re.search(r"[日週月年]|day|week|month|year", text, re.IGNORECASE)
    return _PERIODS[found[0].lower()] if found else None


def write_money(amount: float, currency: str, locale: Locale = "ja") -> str:
    """1,200円, $12, €12; in English ¥1,200."""
    if currency == "JPY":
        return f"{round(amount):,}円" if locale == "ja" else f"¥{round(amount):,}"
    return f"{'€' if currency == 'EUR' else '$'}{amount:,.2f}".removesuffix(".00")


def currency_of(text: str, locale: Locale) -> str:
    """The currency that the text uses, else the usual one of the language."""
    if re.search(r"€|\b(?:eur|euros?)\b|ユーロ", text, re.IGNORECASE):
        return "EUR"
    if re.search(r"\$|\b(?:usd|dollars?)\b|ドル", text, re.IGNORECASE):
        return "USD"
    if re.search(r"[¥￥円]|\b(?:jpy|yen)\b", text, re.IGNORECASE):
        return "JPY"
    return "JPY" if locale == "ja" else "USD"


def _on_weekdays(plain: str) -> HowOften | None:
    """Days of the week that are named; "the first Monday" comes once a month."""
    named = {day.lower() for pattern in (_WEEKDAY_EN, _WEEKDAY_JA) for day in pattern.findall(plain)}
    if not named:
        return None
    return HowOften(1, "month", said=True) if _OF_THE_MONTH.search(plain) else HowOften(len(named), "week", said=True)


def no_duration(text: str) -> str:
    """`text`, of the same length, without dates, deadlines, ages and years of experience."""
    return _NO_DURATION.sub(lambda found: "；" * len(found[0]), text)


def _whole_periods(plain: str) -> str:
    """2 h/wk → 2 h/week."""
    return _SHORT.sub(lambda found: f"/{_SHORT_PERIODS[found[1].lower()]}", plain)


def _every(word: str, periods: dict[str, Period]) -> HowOften:
    return HowOften(1, periods.get(word, "day"), said=True)


def _middle(low: str, high: str | None) -> float:
    return (float(low) + float(high or low)) / 2


def _spelled_out(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("〜", "~").replace("–", "-").replace("ー回", "回")
    for word, figure in _WORDS.items():
        led = "(?:(?<=takes )|(?<=take )|(?<=for )|(?<=about )|(?<=costs ))" if word[:2] in ("a ", "an") else ""
        pattern = (
            rf"{led}\b{word}\b" if word.isascii() else rf"{word}(?=[回件日時人社週月年])" if len(word) == 1 else word
        )
        plain = re.sub(pattern, figure, plain, flags=re.IGNORECASE)
    return plain


def _without_frequency(plain: str) -> str:
    for pattern in (_FREQUENCY_EN, _FREQUENCY_JA, _TIMES_A_JA):
        plain = pattern.sub(" ", plain)
    return plain
