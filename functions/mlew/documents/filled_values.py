"""Single values as people write them on a sheet: yes or no, minutes, numbers."""

import re
import unicodedata
from fractions import Fraction

from mlew.documents.defect import defect
from mlew.documents.figures import read_figure
from mlew.documents.words import Words
from mlew.domain.base import LARGEST, Locale

_YES_NO = Words(
    yes=("はい", "yes", "y", "できた", "成功", "達成", "完了", "true", "1", "ok", "done", "使う", "買う"),
    no=(
        "いいえ",
        "no",
        "n",
        "できなかった",
        "できない",
        "できず",
        "失敗",
        "未達",
        "未完了",
        "false",
        "0",
        "ng",
        "使わない",
    ),
)
_SIGNS = {**dict.fromkeys("○〇◯◎✓✔☑●Oo", True), **dict.fromkeys("×✕✗✘☒xX", False)}
_OPEN = frozenset(
    ("-", "–", "—", "ー", "?", "？", "n/a", "na", "なし", "未", "不明", "△", "▲", "一部", "partly", "none")
)
"""Neither yes nor no: nothing that can be counted."""
_DURATION = re.compile(
    r"(?:約|およそ|about|~)?\s*(?:(?P<h>\d+(?:\.\d+)?)\s*(?:時間|hours?|hrs?|h))?\s*"
    r"(?:(?P<m>\d+(?:\.\d+)?)\s*(?:分(?:間)?|minutes?|mins?|m)(?P<half>半)?)?\s*(?:(?P<s>\d+(?:\.\d+)?)\s*(?:秒(?:間)?|seconds?|secs?|s))?\.?"
)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(?:(0),(\d+)|(\d+),(\d{1,2}|\d{4,}))(?![\d.,])")
"""As half of the world writes it; three digits behind it are thousands, except behind a zero."""
_UNIT = re.compile(r"(?P<number>[-+]?[\d,]*\.?\d+)\s*(?P<unit>[^\d\s.,][^\d]*)?")


def read_yes_no(written: str, locale: Locale, *, line: int, field: str) -> bool | None:
    """None if it is open. Raises InputError for anything else."""
    text = _plain(written)
    if not text or text.casefold() in _OPEN:
        return None
    if text in _SIGNS:
        return _SIGNS[text]
    key = _YES_NO.key(text)
    if key is None:
        raise defect(locale, "no-yes-no", line, field=field, text=_shown(written))
    return key == "yes"


def read_minutes(written: str, locale: Locale, *, line: int, field: str) -> float | None:
    """Also `12分30秒`, `90 s`, `1 h 5 min`. None if blank. Raises InputError for what is no time, or is ambiguous."""
    text = _plain(written).casefold()
    if not text or text in _OPEN:
        return None
    number = read_figure(text)
    found = _DURATION.fullmatch(text) if number is None else None
    if found and any(found[part] for part in "hms"):
        half = Fraction(1, 2) if found["half"] else Fraction()
        hours, minutes, seconds = (Fraction(found[part] or 0) for part in "hms")
        number = float(hours * 60 + minutes + half + seconds / 60)
    if number is None or not 0 <= number <= LARGEST:
        example = "12.5" if number is None else "0"
        raise defect(locale, "no-number", line, field=field, text=_shown(written), example=example)
    return number


def read_reading(written: str, locale: Locale, *, line: int, field: str) -> float | None:
    """A number, with or without a unit. None if blank. Raises InputError for what is no number."""
    text = _plain(written)
    if not text or text.casefold() in _OPEN:
        return None
    found = _UNIT.fullmatch(text)
    number = read_figure(found["number"]) if found else None
    if number is None or abs(number) > LARGEST:
        raise defect(locale, "no-number", line, field=field, text=_shown(written), example="8")
    return number


def _plain(written: str) -> str:
    text = unicodedata.normalize("NFKC", written).strip().replace("−", "-")
    return _DECIMAL_COMMA.sub(lambda found: f"{found[1] or found[3]}.{found[2] or found[4]}", text)


def _shown(written: str) -> str:
    """Short, without what could steer a terminal."""
    text = "".join(c if c.isprintable() else " " for c in written).strip()
    return text if len(text) <= 40 else f"{text[:39]}…"
