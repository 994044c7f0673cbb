"""Tables of Markdown: written with one line a row, read from what people made of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mlew.documents.defect import defect
from mlew.documents.line import TextLine
from mlew.domain.base import Locale

_RULE = re.compile(r"^\s*\|?\s*[:：]?[-ー―—]+[:：]?\s*(?:\|\s*[:：]?[-ー―—]+[:：]?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")


class Row(NamedTuple):
    """Line number in the document, and the written cells."""

    number: int
    cells: tuple[str, ...]

    def line(self) -> TextLine:
        """The row as text again."""
        return TextLine(self.number, "| " + " | ".join(cell.replace("|", "\\|") for cell in self.cells) + " |")


class Table(NamedTuple):
    """`header`: the written column names; rows have as many cells as the header."""

    header: Row
    rows: tuple[Row, ...]

    def lines(self) -> list[TextLine]:
        """The table as text again."""
        return [row.line() for row in (self.header, *self.rows)]

    def turned(self) -> "Table":
        """Rows as columns."""
        header, *rows = zip(self.header.cells, *(row.cells for row in self.rows), strict=True)
        number = self.header.number
        return Table(Row(number, header), tuple(Row(number, cells) for cells in rows))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells must be written already (`inline.cell`, `inline.item`)."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def tables(lines: Sequence[TextLine], locale: Locale) -> tuple[list[Table], list[TextLine]]:
    """All tables among these lines, and the lines that belong to none. Raises InputError on too many cells."""
    found: list[Table] = []
    rest: list[TextLine] = []
    queue = list(lines)
    while queue:
        if _begins(queue):
            length = next((n for n, line in enumerate(queue) if not _PIPE.search(line.text)), len(queue))
            found.append(_read(queue[:length], locale))
            queue = queue[length:]
        else:
            rest.append(queue.pop(0))
    return found, rest


def _begins(lines: Sequence[TextLine]) -> bool:
    first = lines[0].text
    if not _PIPE.search(first):
        return False
    ruled = len(lines) > 1 and bool(_RULE.match(lines[1].text)) and "|" in lines[1].text
    return ruled or first.lstrip().startswith("|")


def _read(lines: Sequence[TextLine], locale: Locale) -> Table:
    written = [line for n, line in enumerate(lines) if n != 1 or not _RULE.match(line.text)]
    header, *rows = (Row(line.number, tuple(_cells(line.text))) for line in written)
    width = len(header.cells)
    for row in rows:
        if any(cell for cell in row.cells[width:]):
            raise defect(locale, "too-many-cells", row.number, cells=len(row.cells), columns=width)
    return Table(header, tuple(Row(row.number, (row.cells + ("",) * width)[:width]) for row in rows))


def _cells(line: str) -> Iterator[str]:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    for written in _PIPE.split(line):
        yield written.strip().replace("\\|", "|")
