"""Tables with known columns, in any order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mlew.documents.defect import defect
from mlew.documents.inline import decode
from mlew.documents.line import TextLine
from mlew.documents.page import Page
from mlew.documents.table import Table, table, tables
from mlew.documents.words import Words
from mlew.domain.base import Locale


class Record(NamedTuple):
    """One row: written cells by column key, and its line."""

    number: int
    cells: Mapping[str, str]

    def written(self, key: str) -> str:
        """As it stands in the cell; empty if the column is missing."""
        return self.cells.get(key, "")

    def text(self, key: str) -> str:
        """The decoded cell."""
        return decode(self.written(key))


def columns(words: Words, keys: Sequence[str], rows: Iterable[Mapping[str, str]], locale: Locale) -> str:
    """A table with these columns; cells must be written already."""
    return table([words(key, locale) for key in keys], [[row[key] for key in keys] for row in rows])


def read_columns(
    page: Page, section: str, words: Words, needed: Sequence[str], *, optional: bool = False
) -> list[Record]:
    """Rows of the first table of the section that has all the needed columns, and of those like it.

    All else in the section, and cells of unknown columns, are left over. Raises InputError if there is no
    such table, unless it is `optional`.
    """
    lines = page.lines(section)
    found, rest = tables(lines, page.locale)
    page.leave(rest)
    found = [_upright(candidate, words, needed, page.locale) for candidate in found]
    keys = [_keys(candidate, words) for candidate in found]
    missing = [[key for key in needed if key not in having] for having in keys]
    if [] not in missing and not (optional and all(len(lacking) == len(needed) for lacking in missing)):
        line = lines[0].number - 1 if lines else 0
        for candidate, lacking in zip(found, missing, strict=True):
            if len(lacking) < len(needed):
                column = words(lacking[0], page.locale)
                raise defect(page.locale, "no-column", candidate.header.number, column=column)
        wanted = " | ".join(words(key, page.locale) for key in needed)
        raise defect(page.locale, "no-table", line, heading=page.titles(section, page.locale), columns=wanted)
    records: list[Record] = []
    for candidate, having, lacking in zip(found, keys, missing, strict=True):
        if lacking:
            page.leave(candidate.lines())
        else:
            records += _records(page, candidate, having)
    return records


def _upright(candidate: Table, words: Words, needed: Sequence[str], locale: Locale) -> Table:
    """Turned, if its rows are what should be columns; the corner is the first needed column then."""
    first = [words.key(row.cells[0]) for row in candidate.rows]
    across = set(map(words.key, candidate.header.cells))
    if len(needed) < 2 or not set(needed[1:]) <= set(first) or set(needed[1:]) & across:
        return candidate
    turned = candidate.turned()
    return Table(turned.header._replace(cells=(words(needed[0], locale), *turned.header.cells[1:])), turned.rows)


def _keys(candidate: Table, words: Words) -> list[str | None]:
    """Key of each column; a column that comes twice counts once, the other is unknown."""
    keys = [words.key(name) for name in candidate.header.cells]
    return [None if key in keys[:n] else key for n, key in enumerate(keys)]


def _records(page: Page, candidate: Table, keys: Sequence[str | None]) -> list[Record]:
    rows = [row for row in candidate.rows if any(row.cells)]
    for row in rows:
        for name, written, key in zip(candidate.header.cells, row.cells, keys, strict=True):
            if written and key is None:
                page.leave([TextLine(row.number, f"- {name}: {decode(written)}")])
    return [
        Record(row.number, {key: written for key, written in zip(keys, row.cells, strict=True) if key}) for row in rows
    ]
