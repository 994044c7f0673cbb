"""The report's charts as SVG. Each stretches to the width of its place; what it says stands in the text beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from mlew.domain.estimate import Rate
from mlew.domain.figures import TimePoint
from mlew.mocks.chart_scale import scale

_GAP = 0.16
"""Of a column's place, on either side."""
_LABELS = 7
"""Labels that fit under a time line on a phone."""


def bar(share: float | None, before: float | None = None) -> Markup:
    """A bar; `before` reaches as far as the step before it, to show what was lost on the way."""
    parts = [_rect("track", 0, 0, 100, 10)]
    if before:
        parts.append(_rect("ghost", 0, 0, before * 100, 10))
    if share:
        parts.append(_rect("fill", 0, 0, max(0.4, share * 100), 10))
    return _svg("bar", "0 0 100 10", parts)


def interval(rate: Rate) -> Markup:
    """The value as a point on a line from 0 to 100 %, with its interval around it."""
    parts = [_line("axis", 0, 100), *(_mark("tick", at) for at in (0, 25, 50, 75, 100))]
    if rate.value is not None and rate.low is not None and rate.high is not None:
        parts.append(_line("span", rate.low * 100, rate.high * 100))
        parts.append(_line("point", rate.value * 100, rate.value * 100))
    return _svg("interval", "0 0 100 10", parts)


def parts(counts: Sequence[tuple[str, int]]) -> Markup:
    """Counts as parts of one bar: a look (class) and how many of each."""
    total = sum(count for _, count in counts)
    drawn, at = [_rect("track", 0, 0, 100, 10)], 0.0
    for look, count in counts:
        width = count / total * 100 if total else 0
        if width:
            drawn.append(_rect(look, at, 0, width, 10))
        at += width
    return _svg("parts", "0 0 100 10", drawn)


class TimePicture(NamedTuple):
    """`ticks`: percent from the top, and the number there. `labels`: percent from the left, and a point's index."""

    drawn: Markup
    ticks: tuple[tuple[float, str], ...]
    labels: tuple[tuple[float, int], ...]


def time_picture(points: Sequence[TimePoint], titles: Sequence[str]) -> TimePicture:
    """Sessions as columns, and in front of them the visitors that reached the result. `titles`: one for each point."""
    measured = scale(float(max(point.sessions, point.done)) for point in points)
    whole = tuple(tick for tick in measured.ticks if tick == int(tick))
    drawn = [_level(100 - measured.at(tick)) for tick in whole]
    width = 100 / len(points)
    for number, (point, title) in enumerate(zip(points, titles, strict=True)):
        left, inner = number * width, width * (1 - 2 * _GAP)
        columns = [
            _column("sessions", left + width * _GAP, measured.at(point.sessions), inner),
            _column("done", left + width * _GAP + inner * 0.25, measured.at(point.done), inner * 0.5),
        ]
        shown = "".join(column for column in columns if column)
        if shown:
            drawn.append(f"<g><title>{escape(title)}</title>{shown}</g>")
    every = -(-len(points) // _LABELS)
    return TimePicture(
        drawn=_svg("time", "0 0 100 100", drawn),
        ticks=tuple((round(100 - measured.at(tick), 3), f"{int(tick):,}") for tick in whole),
        labels=tuple(((number + 0.5) * width, number) for number in range(0, len(points), every)),
    )


def _svg(look: str, box: str, drawn: Iterable[str]) -> Markup:
    """Hidden from who listens: the numbers are read from the text and tables."""
    inside = "".join(drawn)
    return Markup(  # noqa: S704 – numbers of ours, and titles that were escaped
        f'<svg class="{look}" viewBox="{box}" preserveAspectRatio="none" aria-hidden="true">{inside}</svg>'
    )


def _rect(look: str, x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="{look}" x="{x:.3g}" y="{y:.4g}" width="{width:.5g}" height="{height:.5g}"/>'


def _column(look: str, x: float, height: float, width: float) -> str:
    return (
        f'<rect class="{look}" x="{x:.5g}" y="{100 - height:.5g}" width="{width:.5g}" height="{height:.5g}"/>'
        if height
        else ""
    )


def _line(look: str, start: float, end: float) -> str:
    return f'<line class="{look}" x1="{start:.5g}" y1="5" x2="{end:.5g}" y2="5" vector-effect="non-scaling-stroke"/>'


def _mark(look: str, at: float) -> str:
    return f'<line class="{look}" x1="{at:.5g}" y1="2.5" x2="{at:.5g}" y2="7.5" vector-effect="non-scaling-stroke"/>'


def _level(at: float) -> str:
    return f'<line class="level" x1="0" y1="{at:.5g}" x2="100" y2="{at:.5g}" vector-effect="non-scaling-stroke"/>'
