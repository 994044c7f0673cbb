"""`mlew metrics export`: a file for other tools, written page by page."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Annotated, Literal, TypeVar

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.output import line, plain_data
from mlew.domain.csv_line import BYTE_ORDER_MARK, csv_line
from mlew.errors import Conflict, InputError
from mlew.metrics.export.rows import (
    SESSION_COLUMNS,
    SUMMARY_COLUMNS,
    VOICE_COLUMNS,
    Row,
    session_row,
    summary_rows,
    voice_row,
)
from mlew.services.reading_metrics import Page

T = TypeVar("T")
What = Literal["sessions", "voices", "summary"]
Format = Literal["csv", "json"]
_COLUMNS: dict[What, tuple[str, ...]] = {
    "sessions": SESSION_COLUMNS,
    "voices": VOICE_COLUMNS,
    "summary": SUMMARY_COLUMNS,
}


def export(
    cli: Invocation,
    what: Annotated[What, typer.Argument()],
    of: NumbersOf,
    as_: Annotated[Format | None, typer.Option("--format")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """To a file, or to stdout."""
    one = asked(cli, of)
    form = as_ or _form(cli, out)
    if out is None:
        written = _write(sys.stdout, form, what, rows(one, what))
        cli.note("metrics.exported-rows", "dim", rows=written)
        return
    if out.exists() and not force:
        raise Conflict(cli.words("metrics.file-exists", file=out), hint=cli.words("metrics.file-force"))
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            written = _write(file, form, what, rows(one, what))
    except OSError as error:
        raise InputError.told("file.unwritable", file=out, strerror=error.strerror) from error
    said = line(cli.words("metrics.exported", rows=written, file=out), "green")
    cli.out.answer({**one.data(), "file": str(out), "format": form, "rows": written}, said)


def rows(one: Asked, what: What) -> Iterator[Row]:
    """One after the other, so that no more than a page is held at a time."""
    for mock in one.mocks:
        if what == "summary":
            yield from summary_rows(mock, one.numbers.summary(mock, one.period, one.population))
        elif what == "voices":
            for voice in every(partial(one.numbers.voices, mock)):
                if one.voice_fits(voice):
                    yield voice_row(mock, voice, one.zone)
        else:
            for session in every(partial(one.numbers.sessions, mock)):
                if one.session_fits(session):
                    yield session_row(mock, session, one.zone)


def every(read: Callable[[str], Page[T]]) -> Iterator[T]:
    """Lines of all pages."""
    cursor = ""
    while True:
        page = read(cursor)
        yield from page.lines
        cursor = page.cursor
        if not cursor:
            return


def _form(cli: Invocation, out: Path | None) -> Format:
    if cli.out.as_json and out is None:
        return "json"
    return "json" if out is not None and out.suffix.lower() == ".json" else "csv"


def _write(file: IO[str], form: Format, what: What, found: Iterator[Row]) -> int:
    return _write_json(file, found) if form == "json" else _write_csv(file, _COLUMNS[what], found)


def _write_csv(file: IO[str], columns: tuple[str, ...], found: Iterator[Row]) -> int:
    file.write(BYTE_ORDER_MARK + csv_line(columns))
    count = 0
    for row in found:
        file.write(csv_line(list(row.values())))
        count += 1
    return count


def _write_json(file: IO[str], found: Iterator[Row]) -> int:
    """An array, one row a line."""
    count = 0
    for row in found:
        file.write(("[\n" if count == 0 else ",\n") + json.dumps(plain_data(row), ensure_ascii=False))
        count += 1
    file.write("\n]\n" if count else "[]\n")
    return count
