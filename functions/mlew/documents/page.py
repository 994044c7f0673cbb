"""A document taken apart: sections by their headings, and what is left over when all fields have been read."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlew.documents.block import fenced, heading, structural, unblock
from mlew.documents.line import TextLine, text_lines
from mlew.documents.words import Words
from mlew.domain.base import Locale


class Section(NamedTuple):
    """`title` as written; `level` 0 is the text before the first heading; `number` is the heading's line."""

    level: int
    title: str
    number: int
    lines: tuple[TextLine, ...]


class Page:
    """Reads `text` by its `titles`; `title` and `other` are among them in every document."""

    def __init__(self, text: str, locale: Locale, titles: Words, *, depth: int = 2) -> None:
        self.locale = locale
        self.titles = titles
        lines = [TextLine(n, line) for n, line in enumerate(text_lines(text), 1)]
        self._open = _titled(sections(lines, titles, depth=depth), titles)
        self._left: list[tuple[int, str]] = []

    def lines(self, key: str) -> list[TextLine]:
        """All lines under headings with this title; those before any heading belong to the document's title."""
        taken = [s for s in self._open if self._key(s) == key]
        self._open = [s for s in self._open if self._key(s) != key]
        return [line for section in taken for line in section.lines]

    def others(self) -> list[Section]:
        """Sections with a title of nobody's table (for documents with one section a thing), taken out."""
        taken = [s for s in self._open if self._key(s) is None]
        self._open = [s for s in self._open if self._key(s) is not None]
        return taken

    def leave(self, lines: Iterable[TextLine]) -> None:
        """Lines that have no field: they go to `extra`."""
        lines = list(lines)
        text = unblock([line.text for line in lines])
        if text:
            self._left.append((lines[0].number, text))

    def leave_section(self, section: Section) -> None:
        """A section that has no field: it goes to `extra` under a smaller heading."""
        title = TextLine(section.number, "#" * max(3, section.level) + " " + section.title)
        self.leave([title, *section.lines] if section.title else section.lines)

    @staticmethod
    def text(lines: Sequence[TextLine]) -> str:
        """Decoded text of several lines."""
        return unblock([line.text for line in lines])

    def extra(self) -> str:
        """Text of the section for other notes, then all that was left, in order. Call it last."""
        noted = unblock([line.text for line in self.lines("other")])
        for section in self._open:
            self.leave_section(section)
        return "\n\n".join(filter(None, [noted, *(text for _, text in sorted(self._left))]))

    def _key(self, section: Section) -> str | None:
        return "title" if section.level == 0 else self.titles.key(section.title)


def _titled(found: list[Section], titles: Words) -> list[Section]:
    """Below a title in people's own words stands what stood below ours; the words are kept as text."""
    own = next((n for n, section in enumerate(found) if section.level == 1), None)
    if own is None or any(titles.key(section.title) == "title" for section in found):
        return found
    if titles.key(found[own].title) is not None:
        return found
    title = TextLine(found[own].number, f"### {found[own].title}")
    kept = Section(1, "", found[own].number, (title,))
    below = Section(0, "", found[own].number, found[own].lines)
    return [*found[:own], below, kept, *found[own + 1 :]]


def sections(lines: Sequence[TextLine], titles: Words, *, depth: int) -> list[Section]:
    """Cut at headings up to `depth` and at those of the known titles; not inside code fences."""
    inside = fenced([line.text for line in lines])
    starts: list[tuple[int, int, str]] = [(-1, 0, "")]
    for index, line in enumerate(lines):
        found = None if index in inside else structural(line.text, titles, depth)
        if found:
            starts.append((index, *found))
    ends = [start[0] for start in starts[1:]] + [len(lines)]
    return [
        Section(level, title, lines[index].number if index >= 0 else 0, tuple(lines[index + 1 : end]))
        for (index, level, title), end in zip(starts, ends, strict=True)
    ]


def cut(lines: Sequence[TextLine], words: Words, key: str) -> tuple[list[TextLine], list[TextLine]]:
    """Lines before the first heading (of any level, outside code fences) with this word, and those after it."""
    inside = fenced([line.text for line in lines])
    for index, line in enumerate(lines):
        found = None if index in inside else heading(line.text)
        if found and words.key(found[1]) == key:
            return list(lines[:index]), list(lines[index + 1 :])
    return list(lines), []


def document(*parts: str) -> str:
    """Parts with a blank line between, empty ones left out."""
    return "\n\n".join(filter(None, parts)) + "\n"


def section(title: str, *parts: str, level: int = 2) -> str:
    """A heading with what stands below; nothing if there is nothing below."""
    below = [part for part in parts if part]
    return "\n\n".join([f"{'#' * level} {title}", *below]) if below else ""
