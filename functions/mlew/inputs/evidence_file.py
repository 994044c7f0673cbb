"""Files that observers and interviewers bring: bytes in whatever encoding their program wrote, to evidence."""

from pathlib import PurePath
from typing import Any

from mlew.documents.defect import defect
from mlew.documents.filled_sheet import MOST_CHARACTERS, SheetKind, read_sheet_csv, read_sheet_text
from mlew.documents.interview_notes import read_notes
from mlew.domain.base import Locale
from mlew.domain.evidence import OriginKind, Remark
from mlew.domain.evidence_collecting import Entry
from mlew.domain.feedback_session import Population
from mlew.domain.observer_sheet import ObserverSheet
from mlew.errors import InputError
from mlew.inputs.encoding import decode
from mlew.inputs.file_type import TYPE_NAMES, file_type

MOST_BYTES = 4 * MOST_CHARACTERS
_TABLES = (".csv", ".tsv")
_TEXTS = (".md", ".markdown", ".txt", "")


def read_entries_file(
    name: str, data: bytes, sheet: ObserverSheet, locale: Locale, *, kind: SheetKind = "observation"
) -> tuple[Entry, ...]:
    """Filled-in sheets or surveys of a CSV, Markdown or text file.

    Raises InputError that names the file, the line and what to do.
    """
    read = read_sheet_csv if _suffix(name) in _TABLES else read_sheet_text
    try:
        return read(_text(name, data, locale), sheet, locale, file=PurePath(name).name, kind=kind)
    except InputError as error:
        raise _named(name, error) from error


def read_notes_file(
    name: str,
    data: bytes,
    locale: Locale,
    *,
    kind: OriginKind = "interview",
    tester: str = "",
    population: Population = "internal",
    mock: str = "",
) -> tuple[Remark, ...]:
    """Voices of a file of notes. Raises InputError that names the file."""
    who: dict[str, Any] = {"kind": kind, "tester": tester, "population": population, "mock": mock}
    try:
        return read_notes(_text(name, data, locale), locale, file=PurePath(name).name, **who)
    except InputError as error:
        raise _named(name, error) from error


def _text(name: str, data: bytes, locale: Locale) -> str:
    if len(data) > MOST_BYTES:
        what = "バイト" if locale == "ja" else "bytes"
        raise defect(locale, "too-large", 0, what=what, most=MOST_BYTES)
    found = file_type(data)
    if found != "text" or _suffix(name) not in (*_TABLES, *_TEXTS):
        raise defect(locale, "no-evidence-file", 0, found=TYPE_NAMES[found])
    decoded = decode(data)
    if decoded is None:
        raise defect(locale, "no-encoding", 0)
    return decoded.text


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _named(name: str, error: InputError) -> InputError:
    return InputError(f"{PurePath(name).name}: {error.message}", hint=error.hint)
