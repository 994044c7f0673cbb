"""Filled-in sheets and surveys back from what people made of them: Markdown or text, and CSV of spreadsheets."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from mlew.documents.defect import defect
from mlew.documents.line import TextLine, text_lines
from mlew.documents.observer_sheet_fields import LABELS, key_of
from mlew.documents.sheet_record import Record, Written, observed, responded
from mlew.domain.base import Locale
from mlew.domain.evidence_collecting import Entry
from mlew.domain.observer_sheet import ObserverSheet

SheetKind = Literal["observation", "survey"]
MOST_RECORDS = 500
MOST_CHARACTERS = 2_000_000
_MAKERS: dict[SheetKind, Callable[[Record, ObserverSheet, Locale, str], Entry]] = {
    "observation": observed,
    "survey": responded,
}
_DELIMITERS = (",", ";", "\t")
_DECLARED = re.compile(r"^sep=(.)$", re.IGNORECASE)
_LABELLED = re.compile(
    r"^(?P<lead>[\s>]*(?:[-*+・•●]\s*|\d{1,2}[.)]\s+)?)\**(?P<label>[^:：]{1,120})[:：](?P<value>.*)$"
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
_PROTECTED = re.compile(r"^'(?=\s*[=+\-@\t＝＋－＠])")
"""The apostrophe with which CSV keeps text from becoming a formula."""
_OPEN_ENDED = ("quotes", "notes")
"""Places that take more than one line, and those for answers: what follows others has no place of its own."""
_LONG = ("quotes", "notes")
"""Places whose text goes on below, whatever it looks like."""


def read_sheet_text(
    text: str, sheet: ObserverSheet, locale: Locale, *, file: str = "", kind: SheetKind = "observation"
) -> tuple[Entry, ...]:
    """Records of Markdown or plain text: `label: value` lines, a tester's name begins the next record.

    What stands before the first tester is the sheet's own text. Raises InputError that names line and remedy.
    """
    _check_size(text, locale)
    lines = (TextLine(n, _INVISIBLE.sub("", line)) for n, line in enumerate(text_lines(text), 1))
    return _entries(_text_records(lines, sheet), sheet, locale, file, kind)


def read_sheet_csv(
    text: str, sheet: ObserverSheet, locale: Locale, *, file: str = "", kind: SheetKind = "observation"
) -> tuple[Entry, ...]:
    """Records of CSV, one a row: with commas, semicolons or tabs, columns in any order, unknown ones kept as notes.

    Raises InputError that names line and remedy.
    """
    _check_size(text, locale)
    text = _INVISIBLE.sub("", "\n".join(text_lines(text)))
    delimiter, rows = _table(text, sheet, locale)
    if delimiter is None:
        raise defect(locale, "no-column", 1, column=LABELS("tester", locale))
    return _entries(_csv_records(rows, sheet), sheet, locale, file, kind)


def _entries(
    records: Iterator[Record], sheet: ObserverSheet, locale: Locale, file: str, kind: SheetKind
) -> tuple[Entry, ...]:
    filled = [record for record in records if not record.blank]
    if not filled:
        raise defect(locale, "no-record", 0, field=LABELS("tester", locale))
    if len(filled) > MOST_RECORDS:
        what = "記録" if locale == "ja" else "records"
        raise defect(locale, "too-large", 0, what=what, most=MOST_RECORDS)
    return tuple(_MAKERS[kind](record, sheet, locale, file) for record in filled)


def _text_records(lines: Iterator[TextLine], sheet: ObserverSheet) -> Iterator[Record]:
    record: Record | None = None
    place = ""
    for line in lines:
        found = _LABELLED.match(line.text)
        key = key_of(found["label"], sheet) if found else None
        if found and key == "tester":
            if record:
                yield record
            record, place = Record(line.number, {}, []), ""
        if record is None:
            continue
        if _HEADING.match(line.text) or (place not in _LONG and not line.text.strip()):
            place = ""
        elif found and key and (key not in record.values):
            place = key if key.endswith(_OPEN_ENDED) or key.startswith(("item ", "question ")) else ""
            record.values[key] = Written(line.number, found["value"].removeprefix("**").strip())
        elif place:
            said = record.values[place]
            record.values[place] = Written(said.line, f"{said.text}\n{line.text.strip()}".strip())
        elif found:
            record.others.append((found["label"].strip(), found["value"].strip()))
        else:
            record.others.append(("", line.text.strip()))
    if record:
        yield record


def _table(text: str, sheet: ObserverSheet, locale: Locale) -> tuple[str | None, list[tuple[int, list[str]]]]:
    """The delimiter under which most labels of the first row are known, and the rows with their lines.

    None if a tester's column is found under none of them.
    """
    first, _, rest = text.partition("\n")
    declared = _DECLARED.match(first.strip())
    skipped = 1 if declared else 0
    best: tuple[int, str | None] = (0, None)
    for delimiter in (declared[1],) if declared else _DELIMITERS:
        header = next(iter(_rows(rest if declared else text, delimiter, skipped, locale, most=1)), None)
        keys = [key_of(cell, sheet) for cell in header[1]] if header else []
        known = sum(key is not None for key in keys)
        if "tester" in keys and known > best[0]:
            best = (known, delimiter)
    if best[1] is None:
        return None, []
    return best[1], list(_rows(rest if declared else text, best[1], skipped, locale))


def _rows(
    text: str, delimiter: str, skipped: int, locale: Locale, *, most: int = MOST_RECORDS * 20
) -> Iterator[tuple[int, list[str]]]:
    """Line (counted from 1) and cells of rows that hold anything."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = skipped + 1
    found = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [_PROTECTED.sub("", cell) for cell in cells]
                found += 1
            if found >= most:
                return
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise defect(locale, "no-table-file", line, reason=str(error)) from error


def _csv_records(rows: Sequence[tuple[int, list[str]]], sheet: ObserverSheet) -> Iterator[Record]:
    (_, header), *below = rows
    keys = [key_of(label, sheet) for label in header]
    keys = [None if key in keys[:n] else key for n, key in enumerate(keys)]
    for line, cells in below:
        record = Record(line, {}, [])
        for n, cell in enumerate(cells):
            key = keys[n] if n < len(keys) else None
            if key:
                record.values[key] = Written(line, cell.strip())
            elif cell.strip():
                record.others.append((header[n].strip() if n < len(header) else "", cell.strip()))
        yield record


def _check_size(text: str, locale: Locale) -> None:
    if len(text) > MOST_CHARACTERS:
        what = "文字" if locale == "ja" else "characters"
        raise defect(locale, "too-large", 0, what=what, most=MOST_CHARACTERS)
