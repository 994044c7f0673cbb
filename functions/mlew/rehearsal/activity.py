"""What people do in any trade – ask, wait, write down, compare – and what goes with it.

The rehearsal model knows trades only by these kinds of activity: a customer's own words say which kind an
action is, and the kind says how long it may take, what people do before and after, and how it feels.
"""

import re
import unicodedata
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.quantity import Period
from mlew.rehearsal.activities_en import ENGLISH
from mlew.rehearsal.activities_ja import JAPANESE
from mlew.rehearsal.activity_words import ActivityWords

_ORDER = (
    "record", "wait", "compare", "search", "pay", "check", "learn", "send",
    "schedule", "contact",
    "serve", "sell", "report", "plan", "decide", "repair", "travel", "make", "tidy",
)  # fmt: skip
"""Of two kinds whose words are both there, the one nearer to the verb counts; at a tie the earlier one here."""


@dataclass(frozen=True)
class Activity:
    """`low`, `high`: minutes it may take; `times` a `per`: how often, if nobody says.

    `idle`: the time is lost rather than used – waiting, copying, searching.
    """

    id: str
    low: float
    high: float
    times: float
    per: Period
    idle: bool
    words: ActivityWords


_FIGURES: dict[str, tuple[float, float, float, Period, bool]] = {
    "search": (10, 40, 3, "week", True),
    "contact": (5, 20, 4, "week", False),
    "send": (5, 20, 1, "week", True),
    "wait": (60, 480, 2, "week", True),
    "record": (10, 30, 5, "week", True),
    "compare": (15, 45, 2, "week", False),
    "decide": (10, 40, 1, "week", False),
    "pay": (5, 20, 2, "month", False),
    "travel": (20, 60, 2, "week", True),
    "make": (30, 120, 4, "week", False),
    "check": (10, 30, 1, "day", True),
    "report": (10, 30, 1, "week", False),
    "learn": (20, 60, 3, "week", False),
    "schedule": (10, 40, 1, "week", True),
    "serve": (5, 20, 5, "day", False),
    "sell": (15, 45, 2, "week", False),
    "plan": (20, 60, 1, "week", False),
    "repair": (15, 60, 2, "month", True),
    "tidy": (10, 30, 1, "day", True),
    "other": (10, 30, 2, "week", False),
}


def activity_of(text: str, locale: Locale) -> Activity:
    """The kind of activity that `text` speaks of; "other" if it cannot be told."""
    plain = unicodedata.normalize("NFKC", text).lower()
    words = JAPANESE if locale == "ja" else ENGLISH
    found = [(_place(words[name].signs, plain, locale), -rank, name) for rank, name in enumerate(_ORDER)]
    best = max(found)
    return activity(best[2] if best[0] > 0 else "other", locale)


def activity(name: str, locale: Locale) -> Activity:
    """One kind of activity in the words of a language."""
    low, high, times, per, idle = _FIGURES[name]
    return Activity(name, low, high, times, per, idle, (JAPANESE if locale == "ja" else ENGLISH)[name])


def _place(signs: str, text: str, locale: Locale) -> float:
    """How near to the verb one of the signs stands: at the end in Japanese, at the start in English; 0 if none."""
    ends = [m.end() for m in re.finditer(signs, text)] if signs else []
    if not ends:
        return 0.0
    return float(max(ends)) if locale == "ja" else 1000.0 - min(ends)
