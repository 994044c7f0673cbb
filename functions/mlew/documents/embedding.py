"""A document as part of a longer one: its headings two levels deeper, and back."""

import re
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from mlew.documents import parse
from mlew.documents.block import fenced, heading, unblock
from mlew.documents.defect import defect
from mlew.documents.inline import inline
from mlew.documents.page import Section
from mlew.documents.words import Words
from mlew.domain.artifact import TEAM, ArtifactKind, Body
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.press_release import PressRelease
from mlew.errors import InputError

_NOTICES: dict[Locale, str] = {
    "ja": "> ⚠️ リハーサル用のモデルが書いた仮の内容です。このまま判断に使わず、自分たちの言葉で書き直してください。",
    "en": "> ⚠️ Written by the rehearsal model as a stand-in. Rewrite it before you decide anything by it.",
}
_DEPTH = 3
_MARKS = re.compile(r"^( {0,3})(#+)")
_OF = " – "
_MAIN: dict[ArtifactKind, str] = {"journey": "table", "questions": "table", "iteration": "milestones"}
"""The section without which a document cannot be read: in documents made by hand it stands without its heading."""


def embed(text: str, locale: Locale, *, pair: str, rehearsed: bool) -> str:
    """A rendered document below a heading of level 2, with its pair in the title and a notice if it is rehearsed."""
    title, *rest = _shifted(text.strip("\n").split("\n"), 2)
    named = title if pair == TEAM else f"{title}{_OF}{inline(pair)}"
    return "\n".join([named, *(["", _NOTICES[locale]] if rehearsed else []), *rest])


def documents_in(part: Section, kinds: Sequence[ArtifactKind]) -> list[str]:
    """The documents below a heading: cut at their titles, or all of it if there is none."""
    lines = [line.text for line in part.lines]
    inside = fenced(lines)
    starts = [n for n, line in enumerate(lines) if n not in inside and _kind(line, kinds)]
    cuts = [0, *starts, len(lines)]
    found = ["\n".join(lines[start:end]) for start, end in pairwise(cuts)]
    return [text for text in found if text.strip()]


def read_embedded(text: str, kinds: Sequence[ArtifactKind], locale: Locale, pair: str) -> tuple[ArtifactKind, Body]:
    """Kind and body. Without a title it is the last of `kinds`, if it can be read as that. Raises InputError."""
    lines = text.strip("\n").split("\n")
    notice = _notice(lines)
    if notice is not None:
        del lines[notice]
    kind = _kind(lines[0], kinds)
    if kind is None:
        return kinds[-1], _by_hand(kinds[-1], lines, locale, pair)
    body = ["# " + _heading_text(lines[0]).split(_OF)[0], *_shifted(lines[1:], -2)]
    try:
        return kind, parse(kind, "\n".join(body), locale)
    except InputError:
        if not pair:
            raise
        return kind, parse(kind, "\n".join([body[0], "", f"- Pair: {inline(pair)}", *body[1:]]), locale)


def scope_of(body: Body) -> str:
    """The pair of a pair's document, else the team."""
    return body.pair if isinstance(body, InventionSet | PressRelease | Iteration) else TEAM


def is_rehearsed(text: str) -> bool:
    """True if the notice of the rehearsal model stands below its title, in either language."""
    return _notice(text.strip("\n").split("\n")) is not None


def _heading_text(line: str) -> str:
    found = heading(line)
    return found[1] if found else ""


def _by_hand(kind: ArtifactKind, lines: list[str], locale: Locale, pair: str) -> Body:
    """A document without our headings, if any field of it can be found. Raises InputError."""
    start = [f"# {_titles(kind)('title', locale)}", "", f"- Pair: {inline(pair)}"] if pair else ["# -"]
    main = [f"## {_titles(kind)(_MAIN[kind], locale)}", ""] if kind in _MAIN else []
    body = parse(kind, "\n".join([*start, "", *main, *_shifted(lines, -2)]), locale)
    emptied = body.model_copy(update={"extra": ""})
    if kind not in _MAIN and emptied == parse(kind, "\n".join(start), locale):
        raise defect(locale, "not-readable", 0, title=_titles(kind)("title", locale), text=unblock(lines)[:40])
    return body


def _kind(line: str, kinds: Sequence[ArtifactKind]) -> ArtifactKind | None:
    found = heading(line)
    if found is None or found[0] != _DEPTH:
        return None
    title = found[1].split(_OF)[0]
    return next((kind for kind in kinds if _titles(kind).key(title) == "title"), None)


def _notice(lines: Sequence[str]) -> int | None:
    return next((n for n, line in enumerate(lines[:4]) if line.strip() in _NOTICES.values()), None)


def _titles(kind: ArtifactKind) -> Words:
    titles: Words = import_module(f"mlew.documents.{kind}").TITLES
    return titles


def _shifted(lines: Sequence[str], by: int) -> list[str]:
    """Headings deeper (2) or less deep (-2). Lines of three marks or more move too, so that both ways fit."""
    inside = fenced(lines)
    return [line if n in inside else _shift(line, by) for n, line in enumerate(lines)]


def _shift(line: str, by: int) -> str:
    found = _MARKS.match(line)
    if found is None:
        return line
    if by > 0:
        return found[1] + "#" * by + line[found.end(1) :] if heading(line) or len(found[2]) >= _DEPTH else line
    return found[1] + line[found.end(1) - by :] if len(found[2]) >= _DEPTH else line
