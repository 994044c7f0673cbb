"""What participants say about a journey – "before X we do Y", "nobody does X", "we call X W" – worked into its moments."""

import re
from dataclasses import replace
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.rehearsal.amounts import spent
from mlew.rehearsal.moment import Moment, moment, renamed
from mlew.rehearsal.similarity import likeness

_NEAR = 0.12

_BEFORE = {
    "ja": re.compile(r"^(?P<x>.+?)(?:の|する)?前に(?:は)?[、,\s]*(?P<y>.+)$"),
    "en": re.compile(r"^(?:(?P<y1>.+?)\s+before\s+(?P<x1>.+)|before\s+(?P<x2>[^,]+),\s*(?P<y2>.+))$", re.IGNORECASE),
}
_AFTER = {
    "ja": re.compile(r"^(?P<x>.+?)(?:の|した)?(?:後|あと)(?:に)?(?:は)?[、,\s]*(?P<y>.+)$"),
    "en": re.compile(r"^(?:(?P<y1>.+?)\s+after\s+(?P<x1>.+)|after\s+(?P<x2>[^,]+),\s*(?P<y2>.+))$", re.IGNORECASE),
}
_RARE = {
    "ja": re.compile(
        r"(?:ほとんど|めったに|あまり|誰も|だれも|人は).*(?:ない|ません)|(?:して|やって|行って)い(?:ない|ません)|(?:し|やら|行わ|行い)(?:ない|ません)"
    ),
    "en": re.compile(
        r"\b(?:nobody|hardly any\w*|almost nobody|no one|(?:we|they) (?:never|do not|don't))\b", re.IGNORECASE
    ),
}
_NAMED = {
    "ja": re.compile(r"「?(?P<x>[^「」はを、]+)」?(?:ではなく|じゃなくて?|は|を)[、\s]*「?(?P<y>[^「」]+?)」?(?:と呼|といいます|という|と言)"),
    "en": re.compile(r"(?:we|they)\s+call\s+(?:the\s+)?[“\"']?(?P<x>[^“”\"',]+?)[”\"']?\s+(?:a |an |the )?[“\"'](?P<y>[^”\"']+)[”\"']", re.IGNORECASE),
}  # fmt: skip


def taken_up(moments: list[Moment], comments: tuple[str, ...], locale: Locale) -> tuple[list[Moment], list[str]]:
    """Moments after all comments, and those comments that no moment could take up."""
    left: list[str] = []
    for comment in comments:
        changed = None
        for piece in _sentences(comment):
            changed = _take_up(moments, piece, locale)
            moments = changed or moments
        if changed is None:
            left.append(comment)
    return moments, left


class Beside(NamedTuple):
    """An action that people say they take too; `behind` the one of which they speak, else before it."""

    new: str
    anchor: str
    behind: bool


def stands_beside(comment: str, locale: Locale) -> Beside | None:
    """The action that a sentence adds before or after another one, None if it adds none."""
    for pattern, behind in ((_BEFORE[locale], False), (_AFTER[locale], True)):
        if match := pattern.match(comment):
            groups = [g for g in match.groups() if g]
            anchor, new = (groups[0], groups[1]) if locale == "ja" or match["x2"] else (groups[1], groups[0])
            return Beside(new, anchor, behind)
    return None


def is_rare(comment: str, locale: Locale) -> bool:
    """Whether it says that hardly anybody does it."""
    return bool(_RARE[locale].search(comment))


def _take_up(moments: list[Moment], comment: str, locale: Locale) -> list[Moment] | None:
    """The moments changed by one sentence, None if it changes nothing."""
    if (match := _NAMED[locale].search(comment)) and any(match["x"] in m.text for m in moments):
        return [renamed(m, match["x"], match["y"], locale) for m in moments]
    if beside := stands_beside(comment, locale):
        place = _nearest(moments, beside.anchor)
        at = (len(moments) if beside.behind else 0) if place is None else place + int(beside.behind)
        return [*moments[:at], moment(beside.new, locale, said=True), *moments[at:]]
    place = _nearest(moments, comment)
    if place is None:
        return None
    if is_rare(comment, locale) and len(moments) > 1:
        return [*moments[:place], *moments[place + 1 :]]
    amounts = tuple(spent(comment))
    if not amounts:
        return None
    return [*moments[:place], replace(moments[place], given=amounts, said=True, note=comment), *moments[place + 1 :]]


def _nearest(moments: list[Moment], text: str) -> int | None:
    scores = [likeness(text, f"{m.text} {m.note}") for m in moments]
    best = max(range(len(scores)), key=lambda i: scores[i], default=None)
    return best if best is not None and scores[best] >= _NEAR else None


def _sentences(comment: str) -> list[str]:
    return [s.strip().rstrip("。.") for s in re.split(r"(?<=[。.])\s*(?=\S)|\n", comment) if s.strip()]
