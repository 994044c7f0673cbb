"""What moves the answer of the estimate, drawn with characters."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from mlew.domain.market_estimate import MarketEstimate, Sensitivity

WIDTH = 36
_LEAST = 12
_NAME, _NUMBERS = 26, 18
"""Cells beside the bar: names up to here stay in one line; both ratios with all the gaps."""
_LINE, _MIDDLE = "│", "●"


class Row(NamedTuple):
    """One input: the ratios at both ends of its range, and the bar between them."""

    name: str
    low: str
    bar: Text
    high: str


def picture(estimate: MarketEstimate, names: Sequence[str], *, width: int = WIDTH) -> list[Row]:
    """Widest swing first; `names` in the order of the sensitivities. `│` is N, `●` the middle; 0 is at the left."""
    shown = [(one, name) for one, name in zip(estimate.sensitivities, names, strict=True) if one.swing > 0]
    if not shown:
        return []
    most = max([estimate.n, estimate.middle.ratio, *(max(one.at_low, one.at_high) for one, _ in shown)])
    return [_row(one, name, estimate, most, width) for one, name in shown]


def width_in(columns: int, names: Sequence[str]) -> int:
    """Of the bars in a terminal of so many `columns`: bars are never folded."""
    longest = max((cell_len(name) for name in names), default=0)
    return max(_LEAST, min(WIDTH, columns - _NUMBERS - min(_NAME, longest)))


def _row(one: Sensitivity, name: str, estimate: MarketEstimate, most: float, width: int) -> Row:
    low, high = sorted((one.at_low, one.at_high))

    def at(ratio: float) -> int:
        return min(width - 1, int(ratio / most * width)) if most else 0

    left, right, line, middle = at(low), at(high), at(estimate.n), at(estimate.middle.ratio)
    bar = Text()
    for cell in range(width):
        if cell == line:
            bar.append(_LINE, "red")
        elif cell == middle:
            bar.append(_MIDDLE, "bold")
        else:
            inside = left <= cell <= right
            bar.append("━" if inside else "·", ("yellow" if one.decides else "cyan") if inside else "dim")
    return Row(name, f"{low:.3g}", bar, f"{high:.3g}")
