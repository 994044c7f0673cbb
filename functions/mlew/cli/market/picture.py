"""What moves the answer of the estimate, drawn with characters."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text

from mlew.domain.market_estimate import MarketEstimate, Sensitivity

WIDTH = 36
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
