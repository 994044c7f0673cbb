import re
from dataclasses import dataclass
from datetime import date

from mlew.domain.base import Locale

_LINE = re.compile(r"^\s*[-*]\s*(?P<label>[^:：]+)\s*[:：]\s*(?P<value>.*)$")
_LABELS = {
    "company": re.compile(r"会社|企業|company", re.IGNORECASE),
    "product": re.compile(r"製品|サービス|プロダクト|product", re.IGNORECASE),
    "release": re.compile(r"日|date", re.IGNORECASE),
    "currency": re.compile(r"通貨|currency", re.IGNORECASE),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What the press release has to keep to; empty where nobody has said. `release` as people write a date."""

    company: str = ""
    product: str = ""
    release: str = ""
    currency: str = "JPY"


def facts_of(text: str, locale: Locale) -> Facts:
    """Read the input `facts`: bullets with label and value; a value in brackets means that it is open."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        value = match["value"].strip()
        name = next((n for n, label in _LABELS.items() if label.search(match["label"])), None)
        if name and value and value[0] not in "(（" and name not in found:
            found[name] = value
    found["release"] = _written(found.get("release", ""), locale)
    currency = found.get("currency", "").upper()
    found["currency"] = currency if currency in ("JPY", "USD", "EUR") else "JPY" if locale == "ja" else "USD"
    return Facts(**found)


def _written(release: str, locale: Locale) -> str:
    """An ISO date as people write it; other text stays."""
    try:
        day = date.fromisoformat(release)
    except ValueError:
        return release or ("発表日未定" if locale == "ja" else "Date to be announced")
    return (
        f"{day.year}年{day.month}月{day.day}日" if locale == "ja" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    )
