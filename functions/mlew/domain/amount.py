"""Numbers with units in running text, Japanese and English; what only looks like one is passed over."""

import math
import re
import unicodedata
from typing import NamedTuple

_UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("秒間", "秒", "seconds", "second", "secs", "sec"), ("minute", 1 / 60)),
    **dict.fromkeys(("分間", "分", "minutes", "minute", "mins", "min"), ("minute", 1)),
    **dict.fromkeys(("時間", "hours", "hour", "hrs", "hr", "h"), ("hour", 1)),
    **dict.fromkeys(("営業日", "日間", "日", "days", "day"), ("day", 1)),
    **dict.fromkeys(("週間", "週", "weeks", "week"), ("week", 1)),
    **dict.fromkeys(("か月間", "か月", "ヶ月", "ヵ月", "カ月", "ケ月", "months", "month"), ("month", 1)),
    **dict.fromkeys(("年間", "年", "years", "year", "yrs", "yr"), ("year", 1)),
    **dict.fromkeys(("円", "¥", "yen", "jpy"), ("yen", 1)),
    **dict.fromkeys(("$", "usd", "ドル", "dollars", "dollar"), ("usd", 1)),
    **dict.fromkeys(("€", "eur", "ユーロ", "euros", "euro"), ("eur", 1)),
    **dict.fromkeys(("回", "件", "人", "times", "people", "persons", "person"), ("count", 1)),
    **dict.fromkeys(("%", "パーセント", "percent"), ("percent", 1)),
}
_TIMES = {
    "十": 10, "百": 100, "千": 1e3, "万": 1e4, "億": 1e8,
    "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6,
}  # fmt: skip
_SPOKEN = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "a couple of": "2", "an": "1",
}  # fmt: skip

# Compiled when first used (`re` keeps them): it takes longer than all of the module's import.
_UNIT = "|".join(f"{re.escape(u)}(?![a-z])" if u.isascii() else u for u in sorted(_UNITS, key=len, reverse=True))
_SPOKEN_NUMBER = rf"\b({'|'.join(sorted(_SPOKEN, key=len, reverse=True))})\s+(?=(?:and a half )?(?:{_UNIT}))"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MULTIPLIER = r"(?:[十百千万億]+|(?:k|m|thousand|million)(?![a-z]))"
_PART = rf"({_DIGITS})\s*({_MULTIPLIER})?"
_NUMBER = rf"{_DIGITS}(?:\s*{_MULTIPLIER}(?:{_DIGITS}{_MULTIPLIER}?)*)?"
_AMOUNT = (
    rf"(?P<before>[¥$€]|\b(?:jpy|usd|eur|yen)\s)?\s*(?<![a-z\d.,])(?P<number>{_NUMBER})"
    rf"\s*(?P<unit>{_UNIT})?(?P<half>半)?"
)
_WRITTEN_OUT = (
    (r"(\d)\s*h\s*(\d+)\s*m(?:in)?(?![a-z])", r"\1 h \2 min"),
    (r"\bhalf an? (?=hour|day|year|month)", "0.5 "),
    (r"\ban? (hour|day|year|month) and a half", r"1.5 \1"),
    (r"(\d+) and a half\b", r"\1.5"),
    (r"半(?=日|年|時間)", "0.5"),
    (r"半月", "0.5か月"),
)
_ONE_OF = r"(?<!\d)1\s*(?:回|件|人|日|週間?|[かヶヵカケ]月)|(?<!\d)1年(?!\s*\d+\s*[かヶヵカケ]月)"
_NO_AMOUNTS = (
    r"(?:19|20|21)\d\d\s*年(?:度|代|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?"
    r"|(?:令和|平成|昭和)\s*\d+\s*年(?:度)?"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*日\s*\([月火水木金土日]\)|\d{1,2}[:/]\d{2}|\d{4}[-/]\d{1,2}[-/]\d{1,2}"
    r"|第\s*\d+\s*(?:回|週|日|年|件)?|\d+\s*(?:日|回|人|件|年|週|[かヶヵカケ]月)目"
    r"|\d+(?:\.\d+)?\s*人(?:日|月|時|年|分)|\d+\s*分の\s*\d+"
    r"|\d+\s*(?:日|週間?|[かヶヵカケ]月|年)間?\s*(?:に|ごとに|おきに)\s*(?=\d)"
    rf"|(?:{_ONE_OF})\s*(?:につき|あたり|当たり|に)?\s*(?=約?\s*[¥$€]?\s*\d)"
)


class Amount(NamedTuple):
    """A number at `start` to `end` of the `plain` text.

    `unit`: name of a Unit, "" if there is none. `times`: multiplier behind a number of one part (万: 10,000).
    """

    start: int
    end: int
    value: float
    unit: str
    times: float = 1.0


def plain(text: str) -> str:
    """Half-width, lower case, numbers in digits, without what only looks like an amount."""
    text = unicodedata.normalize("NFKC", text).lower().replace("〜", "~").replace("−", "-")
    for pattern, digits in _WRITTEN_OUT:
        text = re.sub(pattern, digits, text)
    text = re.sub(_SPOKEN_NUMBER, lambda found: f"{_SPOKEN[found[1]]} ", text)
    return re.sub(_NO_AMOUNTS, lambda found: "；" * len(found[0]), text)


def amounts(text: str) -> list[Amount]:
    """All numbers of a `plain` text, in order, with their units brought to those that are known."""
    return [_amount(found) for found in re.finditer(_AMOUNT, text)]


def _amount(found: re.Match[str]) -> Amount:
    parts = [(float(digits.replace(",", "")), _times(names)) for digits, names in re.findall(_PART, found["number"])]
    value = sum(number * times for number, times in parts) + (0.5 if found["half"] else 0)
    name = found["unit"] or (found["before"] or "").strip()
    unit, factor = _UNITS.get(name, ("", 1))
    return Amount(found.start(), found.end(), value * factor, unit, parts[0][1] if len(parts) == 1 else 1)


def _times(names: str) -> float:
    """`千万` is ten million."""
    return math.prod(_TIMES[name] for name in ([names] if names in _TIMES else names))
