"""The customer's day as a list of moments, before it is cut into stages."""

import re
from dataclasses import dataclass, replace

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.rehearsal.activity import Activity, activity, activity_of
from mlew.rehearsal.amounts import Spent, spent
from mlew.rehearsal.language import action_phrase, phrase
from mlew.rehearsal.phrase import Phrase, split_notes
from mlew.rehearsal.prose import deeds

_ARROWS = re.compile(r"\s*(?:→|⇒|➡|=>|->|＞)\s*")
_SENTENCES_JA = re.compile(r"(?<=[。！？])\s*(?=\S)")
_SENTENCES_EN = re.compile(r"(?<=[.!?;])\s+(?=[A-Z])")
LONGEST = 30
"""More lines than this are no journey that anybody reads; the rest stays in the sheet."""


@dataclass(frozen=True)
class Moment:
    """One thing that the customer does. `said`: the sheet or a participant says so, else it is assumed."""

    phrase: Phrase
    activity: Activity
    said: bool
    given: tuple[Spent, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """As it stands in the journey: the customer's own words."""
        return self.phrase.plain_text


def moment(raw: str, locale: Locale, *, said: bool, kind: Activity | None = None) -> Moment:
    """Read one line; amounts of time and money in it, also in brackets, become its resources."""
    words = action_phrase(raw, locale)
    written, note = split_notes(raw)
    amounts = spent(note) or spent(f"{written} {note}") if said else []
    return Moment(words, kind or activity_of(words.do, locale), said, tuple(amounts), words.note)


def moments_of(sheet: CustomerSheet, locale: Locale) -> list[Moment]:
    """The sheet's behaviour in its own order, one moment a sentence or arrow.

    Without any: from the sentences of its other text, else from the purpose. A heading is no moment.
    """
    entries = sheet.behaviour or deeds(sheet, locale)
    lines = [piece for entry in entries for piece in _pieces(entry, locale)]
    found = [moment(line, locale, said=True) for line in dict.fromkeys(lines)]
    return found[:LONGEST] or _imagined(sheet, locale)


def renamed(found: Moment, old: str, new: str, locale: Locale) -> Moment:
    """The same moment with another word for a thing."""
    return replace(found, phrase=action_phrase(found.text.replace(old, new), locale))


def _pieces(entry: str, locale: Locale) -> list[str]:
    sentences = (_SENTENCES_JA if locale == "ja" else _SENTENCES_EN).split(entry)
    pieces = [p.strip() for s in sentences for p in _ARROWS.split(s)]
    return [p for p in pieces if re.search(r"\w|[^\x00-\x7f]", p) and p[0] not in "#＃"]


def _imagined(sheet: CustomerSheet, locale: Locale) -> list[Moment]:
    """What people do for any purpose, when nobody wrote down what they do for this one."""
    purpose = next((p for p in sheet.purpose if p.strip()), sheet.summary or sheet.title or sheet.product)
    goal = phrase(purpose, locale).goal if purpose.strip() else ""
    if locale == "ja":
        aim = f"{goal}ため" if goal else "目的のため"
        lines = [f"{aim}に今のやり方を思い返す", f"{aim}の方法を探す", f"{aim}に、できるところから手をつける"]
    else:
        aim = goal or "reach the goal"
        lines = [f"Think about how to {aim}", f"Look for ways to {aim}", f"Start with what can be done to {aim}"]
    kinds = ("plan", "search", "other")
    return [moment(line, locale, said=False, kind=activity(k, locale)) for line, k in zip(lines, kinds, strict=True)]
