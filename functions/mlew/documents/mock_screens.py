"""Screens of a mock, one section each: what it shows, and the ways on from it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from mlew.documents.bullets import Value, labelled, read_labelled, text_of
from mlew.documents.choice import read_choice, read_number
from mlew.documents.defect import defect
from mlew.documents.inline import EMPTY, cell, decode, dereference, inline, reference, references
from mlew.documents.line import TextLine
from mlew.documents.mock_parts import PARTS, Rows, part_from, rows_of
from mlew.documents.mock_words import ACTIONS, COURSES, FORMS, ROW, TABLES
from mlew.documents.mock_words import PARTS as PART_WORDS
from mlew.documents.page import Page, Section, section
from mlew.documents.table import Table, table, tables
from mlew.documents.values import Flag, Shape
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.mock_spec import ENDS, Screen
from mlew.domain.screen_parts import EditorPart, PartKind, TablePart

LABELS = Words(
    id=("画面の id", "Screen id", "id"),
    step=("ステップ", "Step"),
    course=("流れ", "Course"),
    intro=("説明", "Intro"),
    part=("部品", "Part"),
    error=("うまく読めないとき", "When it cannot be read", "error"),
    empty=("何もないとき", "When there is nothing", "empty"),
    assistant=("答える役", "Assistant"),
    opening=("最初のひと言", "Opening"),
    choose=("選ぶボタン", "Button to choose", "choose"),
    caption=("表題", "Caption"),
    label=("ラベル", "Label"),
    preview=("プレビューの名前", "Name of the preview", "preview"),
    form=("グラフの形", "Form of the chart", "form"),
    unit=("単位", "Unit"),
    summary=("まとめ", "Summary"),
)
NEEDED = 2
"""Columns that every table has; others are left out where no row has anything in them."""
_NUMBER = re.compile(r"^\s*[0-9０-９]{1,5}\s*[.．)、]\s*")
_RULE = re.compile(r"^\s*\|?(?:\s*[:：]?[-ー―—]{2,}[:：]?\s*\|)+(?:\s*[:：]?[-ー―—]{2,}[:：]?)?\s*$")
_QUOTE = re.compile(r"^\s{0,3}[>＞] ?(.*)$")


def write_screen(number: int, screen: Screen, locale: Locale) -> str:
    """A section of level 2: labels, the part's tables, an editor's text as a quotation, the ways on."""
    part = screen.part
    values = {
        "id": screen.id,
        "step": str(screen.step),
        "course": COURSES(screen.course, locale),
        "intro": inline(screen.intro),
        "part": PART_WORDS(part.kind, locale),
    }
    for name in PARTS[part.kind].labels:
        value = getattr(part, name)
        values[name] = FORMS(value, locale) if name == "form" else inline(value)
    values.pop("text", None)
    rows = rows_of(part)
    written = [_write_rows(TABLES[name], rows[name], locale) for name in rows if name in TABLES]
    return section(
        f"{number}. {inline(screen.title) or EMPTY}",
        labelled(LABELS, locale, {k: v for k, v in values.items() if v or k in ("id", "part")}),
        *written,
        _write_cells(part, locale) if isinstance(part, TablePart) else "",
        _quoted(part.text) if isinstance(part, EditorPart) else "",
        _write_rows(ACTIONS, [action.model_dump() for action in screen.actions], locale),
    )


def read_screens(page: Page, found: Sequence[Section]) -> tuple[Screen, ...]:
    """Sections with a part are screens; all others are left over. Raises InputError."""
    screens: list[Screen] = []
    actions: list[tuple[str, int]] = []
    for place in found:
        quoted = [line for line in place.lines if _QUOTE.match(line.text)]
        drawn, rest = tables(_apart([line for line in place.lines if line not in quoted]), page.locale)
        values, rest = read_labelled(rest, LABELS)
        if "part" not in values:
            page.leave_section(place)
            continue
        page.leave(rest)
        screen = _read(page, place, values, drawn, quoted)
        if screen.id in {s.id for s in screens}:
            raise defect(page.locale, "id-twice", place.number, id=screen.id)
        screens.append(screen)
        actions += [(action.to, place.number) for action in screen.actions]
    known = [*(screen.id for screen in screens), *ENDS]
    for to, line in actions:
        if to not in known:
            raise defect(page.locale, "unknown-id", line, id=to, choices=", ".join(known))
    return tuple(screens)


def _write_rows(shape: Shape, rows: Sequence[Mapping[str, Any]], locale: Locale) -> str:
    if not rows:
        return ""
    written = [shape.row(row, locale) for row in rows]
    nothing = ("", Flag().write(False, locale, cell))
    shown = [k for n, k in enumerate(shape.kinds) if n < NEEDED or any(row[k] not in nothing for row in written)]
    return table([shape.words(key, locale) for key in shown], [[row[key] for key in shown] for row in written])


def _write_cells(part: TablePart, locale: Locale) -> str:
    """As it looks on the screen; the labels above are for readers, the table of columns is what counts."""
    if not part.rows:
        return ""
    header = [ROW("row", locale), *(cell(column.label) for column in part.columns)]
    return table(header, [[str(number), *map(cell, row)] for number, row in enumerate(part.rows, 1)])


def _apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """A blank line before every header, where an editor took them out: a screen has several tables."""
    apart: list[TextLine] = []
    for line, after in pairwise([*lines, TextLine(0, "")]):
        if apart and _RULE.match(after.text) and "|" in apart[-1].text:
            apart.append(TextLine(line.number, ""))
        apart.append(line)
    return apart


def _quoted(text: str) -> str:
    """Blanks at the ends of lines are kept as references: editors take them away, or put some there."""
    lines = ((line.rstrip(), line[len(line.rstrip()) :]) for line in references(text).split("\n"))
    return "\n".join(f"> {line}{''.join(map(reference, blanks))}" for line, blanks in lines) if text else ""


def _read(
    page: Page, place: Section, values: dict[str, list[Value]], drawn: list[Table], quoted: list[TextLine]
) -> Screen:
    written = {key: "\n".join(value.written for value in found) for key, found in values.items()}
    lines = {key: found[0].number for key, found in values.items()}

    def choice(key: str, words: Words, default: str) -> str:
        field = LABELS(key, page.locale)
        given = written.get(key, "")
        return read_choice(words, given, page.locale, line=lines.get(key, 0), field=field, default=default)

    kind: PartKind = choice("part", PART_WORDS, "result")  # type: ignore[assignment]  # the words' keys are the kinds
    step = read_number(
        written.get("step", ""), page.locale, line=lines.get("step", 0), field=LABELS("step", page.locale), default=0,
        example="1",
    )  # fmt: skip
    cells = [t for t in drawn if kind == "table" and ROW.key(t.header.cells[0]) == "row"]
    others = [t for t in drawn if t not in cells]
    rows: Rows = {name: _read_rows(TABLES[name], others, page.locale) for name in PARTS[kind].tables if name in TABLES}
    if kind == "table":
        rows["rows"] = _read_cells(cells, len(rows["columns"]))
    labels = {key: text_of(values, key) for key in PARTS[kind].labels}
    if kind == "chart":
        labels["form"] = choice("form", FORMS, "bar")
    if kind == "editor":
        labels["text"] = dereference("\n".join(_QUOTE.sub(r"\1", line.text).rstrip() for line in quoted))
    try:
        return Screen.model_validate(
            {
                "id": text_of(values, "id"),
                "title": decode(_NUMBER.sub("", place.title, count=1)),
                "intro": text_of(values, "intro"),
                "step": int(step),
                "course": choice("course", COURSES, "normal"),
                "part": part_from(kind, labels, rows),
                "actions": _read_rows(ACTIONS, others, page.locale),
            }
        )
    except ValidationError as error:
        wrong = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise defect(page.locale, "not-valid", lines.get("id", place.number), field=wrong) from error


def _read_rows(shape: Shape, found: Sequence[Table], locale: Locale) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for candidate in found:
        keys = [shape.words.key(name) for name in candidate.header.cells]
        if not set(list(shape.kinds)[:NEEDED]) <= set(keys):
            continue
        for row in candidate.rows:
            if any(row.cells):
                cells = {key: text for key, text in zip(keys, row.cells, strict=True) if key}
                rows.append(shape.values(cells, locale, row.number))
    return rows


def _read_cells(found: Sequence[Table], columns: int) -> list[dict[str, Any]]:
    return [
        {"cells": [*map(decode, row.cells[1:]), *[""] * columns][:columns]}
        for candidate in found
        for row in candidate.rows
        if any(row.cells)
    ]
