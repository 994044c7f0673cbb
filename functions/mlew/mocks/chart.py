"""A chart as shapes in percent of its plot: drawn once, on the server, sharp at every width, the same bytes each time.

Labels and values stand in HTML above the drawing (`slots`), so that they wrap, can be focused and read aloud.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from mlew.domain.screen_parts import ChartPart
from mlew.mocks.chart_scale import Scale, scale
from mlew.mocks.numerals import compact, numeral, with_unit
from mlew.mocks.text_width import text_width

Form = Literal["columns", "rows", "line", "donut", "none"]
Side = Literal["start", "middle", "end"]
PATTERNS = 6
"""Looks that series can have; the seventh looks like the first."""
_PHONE = 20.0
"""Width of a phone's plot in em of a label."""
_MOST_COLUMNS = 24
_GROUP = 0.68
"""How much of its slot a group of columns takes."""
_MOST_SLICES = 6


class Box(NamedTuple):
    """A bar, or the point of a line, in percent of the plot."""

    x: float
    y: float
    width: float
    height: float


class Value(NamedTuple):
    """One value of a series. `text` with its unit; "", and no place, if the series has none here."""

    look: int
    name: str
    text: str
    box: Box | None


class Slot(NamedTuple):
    """All series at one label. `side`: where there is room for a box beside it. `quiet`: its label is not printed."""

    label: str
    values: tuple[Value, ...]
    side: Side
    quiet: bool


class Line(NamedTuple):
    """A series from point to point; a gap where a value is missing. `points` as SVG writes them."""

    look: int
    points: str


class Slice(NamedTuple):
    """A part of a donut: `length` of 100, behind `offset`."""

    look: int
    label: str
    text: str
    percent: str
    length: float
    offset: float


class Drawing(NamedTuple):
    """`zero`: where zero stands, in percent from the top (columns, line) or from the left (rows)."""

    form: Form
    names: tuple[tuple[int, str], ...] = ()
    slots: tuple[Slot, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    zero: float = 0.0
    lines: tuple[Line, ...] = ()
    slices: tuple[Slice, ...] = ()
    total: str = ""


def drawing(part: ChartPart, large: Mapping[str, float]) -> Drawing:
    """`large`: names of large numbers on the axis. Of a donut only the first series is drawn, and only if it can be:
    no value below zero, and at most six slices; else it becomes rows.
    """
    series = [one for one in part.series if one.points]
    if not series:
        return Drawing("none")
    if part.form == "donut" and (slices := _slices(part)):
        total = sum(point.value for point in series[0].points)
        return Drawing("donut", slices=slices, total=with_unit(numeral(total), part.unit))
    labels = list(dict.fromkeys(point.label for one in series for point in one.points))
    form: Form = "line" if part.form == "line" else "columns" if _fits(labels, len(series)) else "rows"
    measured = scale(point.value for one in series for point in one.points)
    slots = _slots(part, labels, measured, form)
    zero = measured.at(0) if form == "rows" else round(100 - measured.at(0), 3)
    return Drawing(
        form,
        names=tuple((at % PATTERNS, one.name) for at, one in enumerate(series)),
        slots=slots,
        ticks=tuple((round(100 - measured.at(tick), 3), compact(tick, large)) for tick in measured.ticks),
        zero=zero,
        lines=tuple(line for at in range(len(series)) for line in _lines(slots, at)) if form == "line" else (),
    )


def _fits(labels: list[str], series: int) -> bool:
    """Columns side by side on a phone, labels in two lines."""
    room = _PHONE / len(labels)
    return len(labels) * series <= _MOST_COLUMNS and all(text_width(label) <= room * 1.7 for label in labels)


def _slots(part: ChartPart, labels: list[str], measured: Scale, form: Form) -> tuple[Slot, ...]:
    series = [(one.name, {point.label: point.value for point in one.points}) for one in part.series if one.points]
    every = max(1, -(-len(labels) * int(max(map(text_width, labels)) + 1) // int(_PHONE))) if form == "line" else 1
    slots = []
    for at, label in enumerate(labels):
        values = []
        for look, (name, known) in enumerate(series):
            value = known.get(label)
            text = "" if value is None else with_unit(numeral(value), part.unit)
            box = None if value is None else _box((at, len(labels)), (look, len(series)), value, measured, form)
            values.append(Value(look % PATTERNS, name, text, box))
        slots.append(Slot(label, tuple(values), _side((at + 0.5) / len(labels)), quiet=at % every > 0))
    return tuple(slots)


def _side(middle: float) -> Side:
    return "start" if middle < 0.3 else "end" if middle > 0.7 else "middle"


def _box(slot: tuple[int, int], look: tuple[int, int], value: float, measured: Scale, form: Form) -> Box:
    """`slot` and `look`: the how-manieth of how many labels, and of how many series."""
    low, high = sorted((measured.at(0), measured.at(value)))
    if form == "rows":
        return Box(low, 0, round(high - low, 3), 0)
    if form == "line":
        return Box(round((slot[0] + 0.5) / slot[1] * 100, 3), round(100 - measured.at(value), 3), 0, 0)
    width = 100 / slot[1] * _GROUP / look[1]
    start = (slot[0] + (1 - _GROUP) / 2) / slot[1] * 100 + look[0] * width
    return Box(round(start, 3), round(100 - high, 3), round(width * 0.9, 3), round(high - low, 3))


def _lines(slots: tuple[Slot, ...], at: int) -> list[Line]:
    runs: list[list[str]] = [[]]
    for slot in slots:
        box = slot.values[at].box
        if box:
            runs[-1].append(f"{box.x:g},{box.y:g}")
        elif runs[-1]:
            runs.append([])
    return [Line(at % PATTERNS, " ".join(run)) for run in runs if len(run) > 1]


def _slices(part: ChartPart) -> tuple[Slice, ...]:
    points = next(one.points for one in part.series if one.points)
    total = sum(point.value for point in points)
    if len(points) > _MOST_SLICES or total <= 0 or any(point.value < 0 for point in points):
        return ()
    ends = [0.0]
    for point in points:
        ends.append(ends[-1] + point.value / total * 100)
    return tuple(
        Slice(
            at,
            point.label,
            with_unit(numeral(point.value), part.unit),
            f"{point.value / total:.0%}",
            round(end - start, 3),
            round(start, 3),
        )
        for at, (point, (start, end)) in enumerate(zip(points, pairwise(ends), strict=True))
    )
