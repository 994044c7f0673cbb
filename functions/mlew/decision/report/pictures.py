"""A criterion as SVG: value as a bar, its 95 % interval as a whisker, the line that must be crossed.

Readable without colour: a bar that passed is full, one that failed is an outline, one of too few testers is dashed.
"""

from typing import NamedTuple

from markupsafe import Markup

from mlew.decision.picture_scale import marks
from mlew.domain.verdict import Result


class LinePlace(NamedTuple):
    """`x`: percent from the left. `anchor`: which end of the text stands there."""

    x: str
    anchor: str


_LOOKS = {"passed": "passed", "failed": "failed"}


def picture(result: Result) -> Markup:
    """Stretches to its place; hidden from who listens: the numbers stand beside it."""
    found = marks(result)
    if found is None:
        return Markup("")
    drawn = [_rect("track", 0, 100)]
    if found.value is not None:
        left, right = sorted((found.zero * 100, found.value * 100))
        drawn.append(_rect(f"value {_LOOKS.get(result.outcome, 'so-far')}", left, max(0.6, right - left)))
    if found.low is not None and found.high is not None:
        low, high = found.low * 100, found.high * 100
        drawn += [
            _stroke("whisker", low, 21, high, 21),
            *(_stroke("whisker", at, 18.5, at, 23.5) for at in (low, high)),
        ]
    drawn.append(_stroke("threshold", found.line * 100, 0, found.line * 100, 24))
    inside = "".join(drawn)
    return Markup(  # noqa: S704 – numbers of ours
        f'<svg class="criterion" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">{inside}</svg>'
    )


def line_place(result: Result) -> LinePlace | None:
    """Of the line's name above the picture, kept inside of it; None if there is no line."""
    found = marks(result)
    if found is None:
        return None
    return LinePlace(
        f"{found.line * 100:.4g}%", "start" if found.line < 0.3 else "end" if found.line > 0.7 else "middle"
    )


def _rect(look: str, x: float, width: float) -> str:
    return (
        f'<rect class="{look}" x="{x:.5g}" y="3" width="{width:.5g}" height="12" vector-effect="non-scaling-stroke"/>'
    )


def _stroke(look: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line class="{look}" x1="{x1:.5g}" y1="{y1:g}" x2="{x2:.5g}" y2="{y2:g}" vector-effect="non-scaling-stroke"/>'
    )
