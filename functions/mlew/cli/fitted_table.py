"""A table whose columns share the terminal's width by what they hold."""

from collections.abc import Callable, Sequence
from math import sqrt

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from mlew.cli.line_breaking import Flow, narrowest

_LEAST = 6
_SHORT = 10
"""A column that needs no more keeps its width: folded, "2,400 万円" and "起案済み" would be harder to read."""
_HEAD = 14
"""No heading up to this width is folded."""


class FittedTable:
    """`narrow`: columns, by number, that keep their natural width. `frame`: lines between the rows, or none.

    With a frame, a table with so many columns that words would be cut is shown row by row.
    """

    def __init__(
        self,
        names: Sequence[Text],
        rows: Sequence[Sequence[Text]],
        *,
        narrow: Sequence[int] = (),
        frame: Box | None = None,
    ) -> None:
        self._names = names
        self._rows = rows
        self._narrow = narrow
        self._frame = frame

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Drawn for the width at hand."""
        gap = 2
        columns = [[name, *(row[number] for row in self._rows)] for number, name in enumerate(self._names)]
        edges = 2 + len(columns) if self._frame is not None else 0
        room = options.max_width - gap * len(columns) - edges
        if self._frame is not None and sum(_least(columns, self._narrow, _words)) > room:
            yield from self._row_by_row()
            return
        drawn = Table(
            box=self._frame,
            show_lines=self._frame is not None,
            pad_edge=False,
            padding=(0, gap, 0, 0),
            header_style="bold",
            show_header=any(name.plain for name in self._names),
        )
        for name, width in zip(self._names, shares(columns, room, self._narrow), strict=True):
            drawn.add_column(Flow(name), width=width)
        for row in self._rows:
            drawn.add_row(*map(Flow, row))
        yield drawn

    def _row_by_row(self) -> RenderResult:
        """Below its first cell the others of a row, each behind the name of its column; empty ones are left out."""
        for first, *others in self._rows:
            named = [(name, cell) for name, cell in zip(self._names[1:], others, strict=True) if cell.plain.strip()]
            head = first.copy()
            head.stylize("bold")
            yield Flow(head)
            yield FittedTable([Text(), Text()], [[Text("  ") + name, cell] for name, cell in named], narrow=(0,))


def shares(columns: Sequence[Sequence[Text]], room: int, narrow: Sequence[int] = ()) -> list[int]:
    """Width of each column: natural if all fit; else what does not fit is shared by the root of the content.

    The root, because a cell that holds four times as much reads well with twice the width.
    """
    natural = [_natural(column) for column in columns]
    if sum(natural) <= room:
        return natural
    widths = _least(columns, narrow, _whole)
    if sum(widths) > room:
        widths = _least(columns, narrow, _words)
    weights = [sqrt(sum(cell_len(cell.plain) for cell in column)) for column in columns]
    left = room - sum(widths)
    while left > 0:
        growing = [n for n, width in enumerate(widths) if width < natural[n]]
        chosen = min(growing, key=lambda n: widths[n] / weights[n])
        widths[chosen] += 1
        left -= 1
    while left < 0 and max(widths) > 1:
        widest = max(range(len(widths)), key=lambda n: widths[n])
        widths[widest] -= 1
        left += 1
    return widths


def _least(
    columns: Sequence[Sequence[Text]], narrow: Sequence[int], needed: Callable[[Sequence[Text]], int]
) -> list[int]:
    natural = [_natural(column) for column in columns]
    return [
        width if number in narrow else min(width, needed(column))
        for number, (column, width) in enumerate(zip(columns, natural, strict=True))
    ]


def _natural(column: Sequence[Text]) -> int:
    return max(cell_len(part) for cell in column for part in cell.plain.split("\n"))


def _words(column: Sequence[Text]) -> int:
    """So wide that no word is cut."""
    return max(_LEAST, *(narrowest(cell.plain) for cell in column))


def _whole(column: Sequence[Text]) -> int:
    """So wide that neither a short cell nor a short heading is folded, either."""
    head, natural = cell_len(column[0].plain), _natural(column)
    return natural if natural <= _SHORT else max(_words(column), head if head <= _HEAD else 0)
