"""A table whose columns share the terminal's width by what they hold."""

from collections.abc import Sequence
from math import sqrt

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from mlew.cli.line_breaking import Flow, narrowest

_LEAST = 6


class FittedTable:
    """`narrow`: columns, by number, that keep their natural width. `frame`: lines between the rows, or none."""

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
        drawn = Table(
            box=self._frame,
            show_lines=self._frame is not None,
            pad_edge=False,
            padding=(0, gap, 0, 0),
            header_style="bold",
            show_header=any(name.plain for name in self._names),
        )
        columns = [[name, *(row[number] for row in self._rows)] for number, name in enumerate(self._names)]
        edges = 2 + len(columns) if self._frame is not None else 0
        room = options.max_width - gap * len(columns) - edges
        for name, width in zip(self._names, shares(columns, room, self._narrow), strict=True):
            drawn.add_column(Flow(name), width=width)
        for row in self._rows:
            drawn.add_row(*map(Flow, row))
        yield drawn


def shares(columns: Sequence[Sequence[Text]], room: int, narrow: Sequence[int] = ()) -> list[int]:
    """Width of each column: natural if all fit; else what does not fit is shared by the root of the content.

    The root, because a cell that holds four times as much reads well with twice the width.
    """
    natural = [max(cell_len(part) for cell in column for part in cell.plain.split("\n")) for column in columns]
    if sum(natural) <= room:
        return natural
    least = [
        width if number in narrow else min(width, max(_LEAST, *(narrowest(cell.plain) for cell in column)))
        for number, (column, width) in enumerate(zip(columns, natural, strict=True))
    ]
    widths = list(least)
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
