"""The estimate of the market as SVG: three cases against the line, and what moves the answer."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from mlew.domain.market_estimate import MarketEstimate, Sensitivity

MOST_INPUTS = 5


class Row(NamedTuple):
    """One input of the tornado. `low`, `high`: the ratios at the ends of the bar."""

    name: str
    drawn: Markup
    low: str
    high: str
    decides: bool


def cases(estimate: MarketEstimate) -> Markup:
    """Value from low to high as a bar, the middle as a mark, what is needed as a line; 0 is at the left."""
    most = max(estimate.high.value, estimate.low.needed, estimate.middle.needed) * 1.04 or 1
    low, middle, high = (one.value / most * 100 for one in (estimate.low, estimate.middle, estimate.high))
    needed = estimate.middle.needed / most * 100
    look = "good" if estimate.middle.reached else "bad"
    return _svg(
        "cases", '<rect class="track" x="0" y="3" width="100" height="8"/>'
        f'<rect class="range {look}" x="{low:.2f}" y="3" width="{max(0.5, high - low):.2f}" height="8"/>'
        f'{_tick("middle", middle, 1.5, 12.5)}{_tick("needed", needed, 0, 14)}',
    )  # fmt: skip


def tornado(estimate: MarketEstimate, names: Sequence[str], *, most: int = MOST_INPUTS) -> list[Row]:
    """The `most` widest swings; `names` in the order of the sensitivities. The line is N times the cost."""
    shown = [one for one in estimate.sensitivities if one.swing > 0][:most]
    widest = max([estimate.n, *(max(one.at_low, one.at_high) for one in shown)]) * 1.04
    return [
        Row(name, _bar(one, estimate, widest), *_ends(one), one.decides)
        for one, name in zip(shown, names, strict=False)
    ]


def _ends(one: Sensitivity) -> tuple[str, str]:
    low, high = sorted((one.at_low, one.at_high))
    return f"{low:.3g}", f"{high:.3g}"


def _bar(one: Sensitivity, estimate: MarketEstimate, most: float) -> Markup:
    left, right = sorted((one.at_low / most * 100, one.at_high / most * 100))
    look = "decides" if one.decides else "calm"
    return _svg(
        "swing", '<rect class="track" x="0" y="4" width="100" height="6"/>'
        f'<rect class="range {look}" x="{left:.2f}" y="4" width="{max(0.5, right - left):.2f}" height="6"/>'
        f'{_tick("middle", estimate.middle.ratio / most * 100, 2, 12)}'
        f'{_tick("needed", estimate.n / most * 100, 0, 14)}',
    )  # fmt: skip


def _tick(look: str, at: float, top: float, bottom: float) -> str:
    return (
        f'<line class="{look}" x1="{at:.2f}" y1="{top:g}" x2="{at:.2f}" y2="{bottom:g}" '
        'vector-effect="non-scaling-stroke"/>'
    )


def _svg(look: str, inside: str) -> Markup:
    """Stretches to its place; hidden from who listens, as the numbers stand beside it."""
    return Markup(  # noqa: S704 – numbers of ours
        f'<svg class="{look}" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">{inside}</svg>'
    )
