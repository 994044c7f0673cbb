"""A document as part of a longer one: its headings two levels deeper, and back."""

import re
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

from mlew.documents import parse
from mlew.documents.block import fenced, heading
from mlew.documents.defect import defect
from mlew.documents.inline import inline
from mlew.documents.page import Section
from mlew.documents.words import Words
from mlew.domain.artifact import TEAM, ArtifactKind, Body, body_model
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.mock_spec import MockSpec
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


class Part(NamedTuple):
    """Lines of one document in a longer text; `number` is the line where they begin."""

    number: int
    lines: list[str]

    @property
    def text(self) -> str:
        """All of it as it stands there."""
        return "\n".join(self.lines).strip("\n")

    @property
    def notice(self) -> int | None:
        """Index of the line that says that the rehearsal model wrote it, in either language."""
        return next((n for n, line in enumerate(self.lines[:4]) if line.strip() in _NOTICES.values()), None)


def embed(text: str, locale: Locale, *, pair: str, rehearsed: bool) -> str:
    """A rendered document below a heading of level 2, with its pair in the title and a notice if it is rehearsed."""
    title, *rest = _shifted(text.strip("\n").split("\n"), 2)
    named = title if pair == TEAM else f"{title}{_OF}{inline(pair)}"
    return "\n".join([named, *(["", _NOTICES[locale]] if rehearsed else []), *rest])


def documents_in(part: Section, kinds: Sequence[ArtifactKind]) -> list[Part]:
    """The documents below a heading: cut at their titles, or all of it if there is none."""
    lines = [line.text for line in part.lines]
    inside = fenced(lines)
    starts = [n for n, line in enumerate(lines) if n not in inside and _kind(line, kinds)]
    found = [Part(part.number + 1 + start, lines[start:end]) for start, end in pairwise([0, *starts, len(lines)])]
    return [document for document in found if document.text]


def read_embedded(part: Part, kinds: Sequence[ArtifactKind], locale: Locale, pair: str) -> tuple[ArtifactKind, Body]:
    """Kind and body. Without a title it is the last of `kinds`, if it can be read as that.

    Raises InputError that names the line of the whole text.
    """
    kind = _kind(part.lines[0], kinds)
    if kind is None:
        return kinds[-1], _by_hand(kinds[-1], part, locale, pair)
    title = "# " + _heading_text(part.lines[0]).split(_OF)[0]
    below = _shifted(["" if n == part.notice else line for n, line in enumerate(part.lines)][1:], -2)
    try:
        return kind, _parsed(kind, [title], below, part.number + 1, locale)
    except InputError:
        if not pair:
            raise
        return kind, _parsed(kind, [title, "", f"- Pair: {inline(pair)}", ""], below, part.number + 1, locale)


def scope_of(body: Body) -> str:
    """The pair of a pair's document, else the team."""
    return body.pair if isinstance(body, InventionSet | PressRelease | MockSpec | Iteration) else TEAM


def _heading_text(line: str) -> str:
    found = heading(line)
    return found[1] if found else ""


def _by_hand(kind: ArtifactKind, part: Part, locale: Locale, pair: str) -> Body:
    """A document without our headings, if any field of it can be found. Raises InputError."""
    titles = _titles(kind)
    start = [f"# {titles('title', locale)}", ""]
    if pair and "pair" in body_model(kind).model_fields:
        start += [f"- Pair: {inline(pair)}", ""]
    main = [f"## {titles(_MAIN[kind], locale)}", ""] if kind in _MAIN else []
    body = _parsed(kind, [*start, *main], _shifted(part.lines, -2), part.number, locale)
    if kind not in _MAIN and body.model_copy(update={"extra": ""}) == parse(kind, "\n".join(start), locale):
        raise defect(locale, "not-readable", part.number, title=titles("title", locale), text=part.text[:40])
    return body


def _parsed(kind: ArtifactKind, above: list[str], below: list[str], number: int, locale: Locale) -> Body:
    """Parse so that the first line `below` counts as line `number` of the whole text, as far as there is room."""
    return parse(kind, "\n".join([*[""] * (number - 1 - len(above)), *above, *below]), locale)


def _kind(line: str, kinds: Sequence[ArtifactKind]) -> ArtifactKind | None:
    found = heading(line)
    if found is None or found[0] != _DEPTH:
        return None
    title = found[1].split(_OF)[0]
    return next((kind for kind in kinds if _titles(kind).key(title) == "title"), None)


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
