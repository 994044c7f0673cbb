"""Small pictures of the parts that show something."""

from collections.abc import Iterator
from math import cos, pi, sin

from mlew.domain.screen_parts import ChartPart, EditorPart, ResultPart, TablePart
from mlew.mocks.canvas import fitted, wrapped
from mlew.mocks.measure_bars import measure_bars
from mlew.mocks.miniature import Area, draws
from mlew.mocks.palette import SERIES
from mlew.mocks.rich_text import blocks


@draws("table")
def _table(area: Area, part: TablePart) -> None:
    columns = part.columns[:4]
    width = area.w / max(1, len(columns))
    area.box(0, 34, "surface", edge="")
    for number, column in enumerate(columns):
        area.text(number * width + 12, 22, 11.5, fitted(column.label, width - 16, 11.5), "muted", font_weight=600)
    for row, cells in enumerate(part.rows[: int((area.h - 34) // 40)]):
        top = 34 + row * 40
        for number, cell in enumerate(cells[: len(columns)]):
            weight = 600 if number == 0 else 400
            area.text(number * width + 12, top + 26, 13, fitted(cell, width - 16, 13), "ink", font_weight=weight)
        line = area.colours["line"]
        area.canvas.rect(area.x, area.y + top + 39, area.w, 1, line)


@draws("editor")
def _editor(area: Area, part: EditorPart) -> None:
    area.box(0, area.h, "raised")
    area.canvas.rect(area.x + 16, area.y + 17, 3, 20, area.colours["brand"])
    top = 34.0
    for kind, text in _lines(part.text):
        size = 17.0 if kind == "heading" else 12.5
        for line in wrapped(text, area.w - 52, size, 2):
            if top > area.h - 12:
                return
            weight = area.look.weight if kind == "heading" else 400
            area.text(28, top, size, line, "ink", font_weight=weight)
            top += size * 1.6
        top += 7


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for block in blocks(text):
        for runs in block.lines:
            yield block.kind, ("• " if block.kind == "bullets" else "") + "".join(part for part, _ in runs)


@draws("chart")
def _chart(area: Area, part: ChartPart) -> None:
    area.text(0, 14, 13.5, fitted(part.caption, area.w, 13.5), "ink", font_weight=650)
    if part.form == "donut":
        _donut(area.cut(26), part)
    else:
        _bars(area.cut(30), part)


def _bars(area: Area, part: ChartPart) -> None:
    series = part.series[:2]
    count = min([12, *(len(one.points) for one in series)])
    top = max([1.0, *(point.value for one in series for point in one.points[:count])])
    low = area.h - 22
    for number in range(5):
        area.canvas.rect(area.x, area.y + low * number / 4, area.w, 1, area.colours["line"])
    slot = area.w / max(1, count)
    for at, one in enumerate(series):
        colour = area.colours["brand" if at == 0 else SERIES[at]]
        heights = [max(2.0, low * max(0.0, point.value) / top) for point in one.points[:count]]
        if part.form == "line":
            points = " ".join(f"{area.x + (n + 0.5) * slot:.1f},{area.y + low - h:.1f}" for n, h in enumerate(heights))
            area.canvas.path(f"M{points}", stroke=colour, stroke_width=3, stroke_linejoin="round")
            continue
        width = slot * 0.68 / len(series)
        for n, high in enumerate(heights):
            left = area.x + n * slot + slot * 0.16 + at * width
            area.canvas.rect(left, area.y + low - high, width - 2, high, colour, r=min(3, area.look.small))
    for n, point in enumerate(series[0].points[:count] if series else ()):
        label = fitted(point.label, slot - 2, 10.5)
        area.text((n + 0.5) * slot, area.h - 6, 10.5, label, "muted", text_anchor="middle")


def _donut(area: Area, part: ChartPart) -> None:
    points = part.series[0].points[:6] if part.series else ()
    total = sum(max(0.0, point.value) for point in points) or 1.0
    radius = min(area.w * 0.5, area.h) / 2 - 14
    x, y, angle = area.x + radius + 16, area.y + area.h / 2, -pi / 2
    for number, point in enumerate(points):
        turn = 2 * pi * max(0.0, point.value) / total * 0.9999
        ends = [(x + radius * cos(a), y + radius * sin(a)) for a in (angle, angle + turn)]
        (ax, ay), (bx, by) = ends
        arc = f"M{ax:.1f} {ay:.1f}A{radius:.1f} {radius:.1f} 0 {int(turn > pi)} 1 {bx:.1f} {by:.1f}"
        area.canvas.path(arc, stroke=area.colours[SERIES[number]], stroke_width=24)
        angle += turn
        left, top = radius * 2 + 52, area.h / 2 - 13 * len(points) + number * 26
        area.canvas.circle(area.x + left, area.y + top + 9, 5, area.colours[SERIES[number]])
        area.text(left + 14, top + 14, 12.5, fitted(point.label, area.w - left - 16, 12.5), "ink")


@draws("result")
def _result(area: Area, part: ResultPart) -> None:
    canvas, colours = area.canvas, area.colours
    canvas.circle(area.x + 24, area.y + 24, 24, colours["good-soft"])
    canvas.path(f"M{area.x + 14} {area.y + 25}l7 7 13-14", stroke=colours["good"], stroke_width=3)
    for number, line in enumerate(wrapped(part.summary, area.w - 64, 14.5, 2)):
        area.text(62, 21 + number * 21, 14.5, line, "ink", font_weight=area.look.weight)
    for number, measure in enumerate(part.measures[: max(1, int((area.h - 70) // 74))]):
        top = 84 + number * 74
        area.text(0, top, 12, fitted(measure.label, area.w, 12), "muted")
        bars = measure_bars(measure, "")
        shares = (bars.before, bars.after) if bars else (100, 60)
        for row, (share, text) in enumerate(zip(shares, (measure.before, measure.after), strict=True)):
            fill = colours["brand" if row else "line"]
            long = max(10.0, (area.w - 84) * share / 100)
            canvas.rect(area.x, area.y + top + 10 + row * 22, long, 15, fill, r=min(7, area.look.small))
            area.text(long + 8, top + 22 + row * 22, 12.5, fitted(text, 84, 12.5), "ink", font_weight=650)
