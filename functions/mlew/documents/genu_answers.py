"""What participants copied out of GenU: Markdown as models answer the use cases, read as documents of a workshop."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from mlew.documents import inventions, journey, questions, render, solutions
from mlew.documents.block import fenced
from mlew.documents.discovery import SECTION_KINDS, SECTIONS, Discovery, Key, read_discovery
from mlew.documents.genu_sections import Answer, cut_answers, named, titles_of
from mlew.documents.genu_shape import shaped
from mlew.documents.genu_text import headline, is_own_title, pasted_lines
from mlew.documents.inline import decode, inline
from mlew.documents.line import TextLine
from mlew.documents.words import plain
from mlew.domain.artifact import ArtifactKind, Body
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet

_MAIN: dict[ArtifactKind, tuple[str, re.Pattern[str]]] = {
    "journey": ("table", re.compile(r"^\s*\|")),
    "questions": ("table", re.compile(r"^\s*\|")),
    "press_release": ("message", re.compile(r"^\s*[-*・]\s*\**(?:見出し|headline)\**\s*[:：]", re.IGNORECASE)),
    "iteration": ("milestones", re.compile(r"^\s*\|")),
}
"""Heading without which a document cannot be read, and the line before which it belongs."""
_NO_PAIR = re.compile(r"^\s*[-*・]\s*\**(?:ペア|pair)\**\s*[:：]\s*(?:[〔‹].*[〕›]|\**)\s*$", re.IGNORECASE)
_PIECES = re.compile(r"\n|\||<br[ \t]*/?>|[:：]", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*\d{1,2}[.)．）]\s+")
_STAGE = re.compile(r"\W*(?:段階|行動段階|ステージ|stage)?\s*\d{1,2}\W*", re.IGNORECASE)
_WORDS = (SECTIONS, inventions.LABELS, inventions.VIEWS, journey.COLUMNS, questions.COLUMNS, solutions.LABELS)
_DEPTH = 4
"""Level of the headings right below a document's own, in a README."""


class Answers(NamedTuple):
    """`last`: the documents that count. `earlier`: those that were answered anew later, the oldest first."""

    last: Discovery
    earlier: tuple[Discovery, ...] = ()


def read_answers(texts: Sequence[str], locale: Locale, *, pair: str = "") -> Answers:
    """Documents of pasted texts, in the order in which they were answered. `pair`: whose a document is without a name.

    Of several answers to a step the last counts; inventions of further answers are added to those of the former.
    Nothing is raised and nothing lost: what is in no document is in the leftovers of `last`.
    """
    found: list[tuple[Key, Body]] = []
    rehearsed: set[Key] = set()
    left: list[str] = []
    problems: list[str] = []
    for text in texts:
        lines = pasted_lines(text)
        answers, beside = cut_answers(lines)
        readings = [read_discovery(as_readme(a, locale), locale, pair=a.pair or pair) for a in answers]
        bodies = [entry for reading in readings for entry in reading.bodies.items()]
        beside_text = ["\n".join(line.text for line in run).strip("\n") for run in beside]
        unread = [r.leftovers if r.bodies else a.written for a, r in zip(answers, readings, strict=True)]
        text_left = list(filter(None, [*beside_text, *unread]))
        kept = chain(text_left, (render(body, locale) for _, body in bodies))
        lost = missing_lines(lines, kept)
        left += [*text_left, *(["\n".join(lost)] if lost else [])]
        problems += [problem for reading in readings for problem in reading.problems]
        rehearsed = rehearsed.union(*(reading.rehearsed for reading in readings))
        found += bodies
    last, earlier = _in_order(found)
    leftovers = "\n\n".join(dict.fromkeys(part for part in left if part.strip()))
    count = Discovery(last, frozenset(rehearsed), leftovers, tuple(problems))
    return Answers(count, tuple(Discovery(layer, frozenset(rehearsed & layer.keys())) for layer in earlier))


def as_readme(answer: Answer, locale: Locale) -> str:
    """The answer as a section of a discovery folder's README, its lines at their numbers as far as there is room."""
    phase = next(phase for phase, kinds in SECTION_KINDS.items() if answer.kind in kinds)
    titles = titles_of(answer.kind)
    title = f"### {titles('title', locale)}" + (f" – {inline(answer.pair)}" if answer.pair else "")
    lines = [line._replace(text="") if _NO_PAIR.match(line.text) else line for line in answer.lines]
    lines = shaped(answer.kind, lines, locale)
    body = _with_main_heading(answer.kind, _levelled(answer.kind, lines), locale)
    above = [f"## {SECTIONS(phase, locale)}", title]
    return "\n".join([*[""] * (answer.number - 1 - len(above)), *above, *body])


def missing_lines(lines: Iterable[TextLine], kept: Iterable[str]) -> list[str]:
    """Lines of which a piece – between bars, breaks and colons – is nowhere in what was kept. Our own words for
    sections, columns and labels, numbers of list entries and the titles of our use cases do not count."""
    known = "\n".join(plain(decode(piece)) for text in kept for piece in _PIECES.split(text))
    return [line.text for line in lines if any(plain(decode(piece)) not in known for piece in _said(line.text))]


def _said(text: str) -> list[str]:
    found = headline(text)
    if found and is_own_title(text):
        return []
    name, pair = named(found.title) if found else ("", "")
    pieces = [pair] if _is_ours(name) else _PIECES.split(_NUMBER.sub("", text))
    return [piece for piece in pieces if not _is_ours(piece) and not _STAGE.fullmatch(piece)]


def _is_ours(piece: str) -> bool:
    kinds = chain.from_iterable(SECTION_KINDS.values())
    return any(words.key(piece) is not None for words in [*_WORDS, *map(titles_of, kinds)])


def _levelled(kind: ArtifactKind, lines: Sequence[TextLine]) -> list[str]:
    """Headings where a README has them; bold print that is a heading of the document becomes one."""
    titles = titles_of(kind)
    inside = fenced([line.text for line in lines])
    found = {n: headline(line.text) for n, line in enumerate(lines) if n not in inside}
    levels = [head.level for head in found.values() if head and head.level]
    by = _DEPTH - min(levels, default=_DEPTH)
    shown: list[str] = []
    for n, line in enumerate(lines):
        head = found.get(n)
        if head and head.level:
            shown.append("#" * max(_DEPTH, head.level + by) + " " + line.text.strip().lstrip("#").strip())
        elif head and titles.key(head.title) not in {None, "title"}:
            shown.append("#" * _DEPTH + f" {head.title}")
        else:
            shown.append(line.text)
    return shown


def _with_main_heading(kind: ArtifactKind, lines: list[str], locale: Locale) -> list[str]:
    if kind not in _MAIN:
        return lines
    key, before = _MAIN[kind]
    titles = titles_of(kind)
    if any(titles.key(found.title) == key for line in lines if (found := headline(line))):
        return lines
    place = next((n for n, line in enumerate(lines) if before.match(line)), None)
    if place is None:
        return lines
    heading = f"#### {titles(key, locale)}"
    if place and not lines[place - 1].strip():
        return [*lines[: place - 1], heading, *lines[place:]]
    return [*lines[:place], heading, *lines[place:]]


def _in_order(found: Sequence[tuple[Key, Body]]) -> tuple[Mapping[Key, Body], list[dict[Key, Body]]]:
    """The last of each, and the former ones in layers, the oldest first."""
    history: dict[Key, list[Body]] = {}
    for key, body in found:
        bodies = history.setdefault(key, [])
        former = bodies[-1] if bodies else None
        whole = _added(former, body) if isinstance(body, InventionSet) and isinstance(former, InventionSet) else body
        bodies[:] = [*(other for other in bodies if other != whole), whole]
    depth = max((len(bodies) for bodies in history.values()), default=0)
    layers = [{key: bodies[-n] for key, bodies in history.items() if len(bodies) >= n} for n in range(depth, 1, -1)]
    return {key: bodies[-1] for key, bodies in history.items()}, layers


def _added(former: InventionSet, further: InventionSet) -> InventionSet:
    """All inventions of both; one with the same id was made anew."""
    anew = {invention.id: invention for invention in further.inventions}
    kept = [anew.pop(invention.id, invention) for invention in former.inventions]
    return further.model_copy(
        update={
            "inventions": (*kept, *anew.values()),
            "chosen": further.chosen or former.chosen,
            "reason": further.reason or former.reason,
            "extra": "\n\n".join(dict.fromkeys(filter(None, [former.extra, further.extra]))),
        }
    )
