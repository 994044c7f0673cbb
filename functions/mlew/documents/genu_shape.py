"""Answers in the shapes that models choose – lists for tables, tables for lists – as our documents have them."""

import re
from collections.abc import Sequence

from mlew.documents import inventions, journey, questions, solutions
from mlew.documents.ids import SIMPLE
from mlew.documents.inline import EMPTY
from mlew.documents.line import TextLine
from mlew.documents.table import Table, table, tables
from mlew.documents.words import Words
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.errors import InputError

_TABLES: dict[ArtifactKind, tuple[Words, str, frozenset[str]]] = {
    "journey": (journey.COLUMNS, "name", frozenset({"actions"})),
    "questions": (questions.COLUMNS, "text", frozenset({"effects", "frequency"})),
}
"""Columns, the one that a heading stands for, and those without which there is no table."""
_LISTS: dict[ArtifactKind, Words] = {"inventions": inventions.LABELS, "solutions": solutions.LABELS}
_ENTRY = re.compile(r"^(?P<indent>\s*)(?:[-*+・•＊－]\s*|\d{1,2}[.)．）]\s*|(?P<marks>#{1,6})\s*)(?P<text>.*)$")
_LABEL = re.compile(r"^\**(?P<label>[^:：*|]{1,40})\**\s*[:：]\s*\**\s*(?P<value>.*)$")
_LEADING_ID = re.compile(r"^\**(?P<id>Q[0-9０-９]{1,3})\**\s*[:：.．、]?\s*(?P<text>.*?)\**$")
_ID = re.compile(SIMPLE)
_STAGE_NUMBER = re.compile(r"^(?:(?:段階|行動段階|ステージ|stage)\s*)?\d{0,2}\s*[:：.．、]?\s*", re.IGNORECASE)


def shaped(kind: ArtifactKind, lines: Sequence[TextLine], locale: Locale) -> list[TextLine]:
    """The lines, with lists in place of tables or the other way round if this kind of document needs it."""
    if kind in _TABLES and not any(line.text.lstrip().startswith("|") for line in lines):
        return _listed_as_table(kind, lines, locale)
    if kind in _LISTS:
        return _tabled_as_lists(_LISTS[kind], lines, locale)
    return list(lines)


def _listed_as_table(kind: ArtifactKind, lines: Sequence[TextLine], locale: Locale) -> list[TextLine]:
    """One row a heading or entry with labels of columns below it."""
    words, naming, needed = _TABLES[kind]
    rows: list[dict[str, list[str]]] = []
    rest: list[TextLine] = []
    title: TextLine | None = None
    open_key = ""
    depth = 0
    for line in lines:
        entry = _ENTRY.match(line.text)
        labelled = _LABEL.match(entry["text"] if entry else line.text.strip())
        key = words.key(labelled["label"]) if labelled else None
        if labelled and key and (title or rows):
            if title is not None:
                rows.append(_row(kind, naming, title))
                title = None
            rows[-1].setdefault(key, []).extend([labelled["value"]] if labelled["value"] else [])
            open_key, depth = key, len(entry["indent"]) if entry else 0
        elif entry and open_key and not entry["marks"] and len(entry["indent"]) > depth:
            rows[-1][open_key].append(entry["text"])
        elif entry or _bold(line.text):
            rest += [title] if title else []
            title, open_key = line, ""
        else:
            if line.text.strip() and title:
                rest.append(title)
                title = None
            open_key = "" if line.text.strip() else open_key
            rest.append(line)
    rest += [title] if title else []
    if not any(needed <= row.keys() for row in rows):
        return list(lines)
    keys = [naming, *dict.fromkeys(key for row in rows for key in row if key != naming)]
    cells = [["<br>".join(row.get(key, [])).replace("|", "\\|") for key in keys] for row in rows]
    text = table([words(key, locale) for key in keys], cells)
    number = lines[0].number
    rest.sort(key=lambda line: line.number)
    before = next((n for n, line in enumerate(rest) if line.text.startswith("#")), len(rest))
    made = [TextLine(number, row) for row in ["", *text.split("\n"), ""]]
    return [*rest[:before], *made, *rest[before:]]


def _row(kind: ArtifactKind, naming: str, title: TextLine) -> dict[str, list[str]]:
    entry = _ENTRY.match(title.text)
    text = (entry["text"] if entry else title.text).strip().strip("*").strip()
    found = _LEADING_ID.match(text)
    if kind == "questions" and found:
        return {"id": [found["id"]], naming: [found["text"]] if found["text"] else []}
    if kind == "journey":
        text = _STAGE_NUMBER.sub("", text) or text
    return {naming: [text]}


def _bold(text: str) -> bool:
    return text.strip().startswith("**") and text.strip().rstrip(":：").endswith("**")


def _tabled_as_lists(words: Words, lines: Sequence[TextLine], locale: Locale) -> list[TextLine]:
    """Tables of things with our labels as columns or rows become one section a thing."""
    try:
        found, _ = tables(lines, locale)
    except InputError:
        return list(lines)
    shaped_lines = list(lines)
    for candidate in found:
        upright = _upright(candidate, words)
        if upright is None:
            continue
        start = next(n for n, line in enumerate(shaped_lines) if line.number == candidate.header.number)
        end = next((n for n in range(start, len(shaped_lines)) if "|" not in shaped_lines[n].text), len(shaped_lines))
        shaped_lines[start:end] = [TextLine(candidate.header.number, text) for text in _sections(upright, words)]
    return shaped_lines


def _upright(candidate: Table, words: Words) -> Table | None:
    """With things as rows and labels as columns; None if it is another table."""
    labels = [words.key(cell) for cell in candidate.header.cells[1:]]
    if sum(label is not None for label in labels) >= 2:
        return candidate
    down = [words.key(row.cells[0]) for row in candidate.rows]
    return candidate.turned() if sum(label is not None for label in down) >= 2 else None


def _sections(upright: Table, words: Words) -> list[str]:
    """A first column of ids has the names in the column behind it."""
    numbered = words.key(upright.header.cells[1]) is None and all(_ID.fullmatch(row.cells[0]) for row in upright.rows)
    first = 2 if numbered else 1
    lines: list[str] = []
    for row in upright.rows:
        name = ": ".join(filter(None, row.cells[:first]))
        lines += ["", f"#### {name or EMPTY}", ""]
        for label, value in zip(upright.header.cells[first:], row.cells[first:], strict=True):
            lines += [f"- {label}: {value}"] if value else []
    return [*lines, ""]
