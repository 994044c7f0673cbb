"""A Markdown document of ours in the terminal: nothing is cut off, and Japanese is folded rightly."""

import re
from collections.abc import Iterator
from itertools import groupby

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from mlew.cli.fitted_table import FittedTable
from mlew.cli.line_breaking import Flow
from mlew.cli.output import Style, line
from mlew.documents.inline import decode

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:[-*]|(\d+)\.)\s+(.*)")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]+")
_STYLES: dict[int, Style] = {1: "cyan", 2: "bold"}


def document_view(markdown: str) -> list[RenderableType]:
    """Headings, lists, tables with lines between the rows; everything else as it stands."""
    shown: list[RenderableType] = []
    for is_table, group in groupby(markdown.splitlines(), key=lambda entry: entry.startswith("|")):
        lines = list(group)
        shown += [_table(lines)] if is_table else _lines(lines)
    return shown


def _lines(lines: list[str]) -> Iterator[RenderableType]:
    for entry in lines:
        heading, item = _HEADING.match(entry), _ITEM.match(entry)
        if heading:
            text = line(decode(heading[2]))
            text.stylize("bold")
            text.stylize(_STYLES.get(len(heading[1]), ""))
            yield text
        elif item:
            yield _item(len(item[1]), f"{item[2]}." if item[2] else "•", item[3])
        else:
            yield line(decode(entry))


def _item(indent: int, sign: str, text: str) -> RenderableType:
    """With its further lines under the first."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=indent + len(sign), justify="right")
    grid.add_column()
    grid.add_row(sign, Flow(line(decode(text))))
    return grid


def _table(rows: list[str]) -> RenderableType:
    cells = [_cells(row) for row in rows if not _RULE.fullmatch(row)]
    width = len(cells[0])
    body = [[*row, *[Text()] * width][:width] for row in cells[1:]]
    return FittedTable(cells[0], body, frame=box.HORIZONTALS)


def _cells(row: str) -> list[Text]:
    parts = _PIPE.split(row.strip())[1:-1]
    return [line(decode(part.replace("\\|", "|"))) for part in parts]
