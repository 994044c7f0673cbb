"""The way as a map of lines and stations, drawn as SVG: one station a use case, coloured by phase."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from usecases.genu.index.content import IndexText, Line, Station

_ROW = 104
_HEAD = 58
_GAP = 44
_SIDE = 46


class _Stop(NamedTuple):
    x: float
    y: float
    station: Station


def flow_map(found: Sequence[Line], said: IndexText, *, width: int, per_row: int, name: str) -> str:
    """`per_row`: stations side by side before the line turns; `name`: class and prefix of ids, unique on the page."""
    parts: list[str] = []
    y = 0.0
    for number, line in enumerate(found):
        if number:
            parts.append(_between(said.gap if line.part == "improvement" else "", y))
            y += _GAP
        drawn, height = _line(line, width, per_row, y)
        parts.append(drawn)
        y += height
    told = said.map_text.format(
        parts=" → ".join(line.text.name for line in found), count=sum(len(line.stations) for line in found)
    )
    return (
        f'<svg class="map {name}" viewBox="0 0 {width} {y:.0f}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(said.map)}</title><desc id="{name}-d">{escape(told)}</desc>'
        + "".join(parts)
        + "</svg>"
    )


def _line(line: Line, width: int, per_row: int, top: float) -> tuple[str, float]:
    stops = _stops(line.stations, width, per_row, top + _HEAD)
    rows = -(-len(line.stations) // per_row)
    head = (
        f'<text class="line-name" x="1" y="{top + 18:.0f}">{escape(line.text.name)}'
        f'<tspan class="line-time" dx="10">{escape(line.text.minutes)}</tspan></text>'
    )
    return head + f'<path class="track" d="{_track(stops)}"/>' + "".join(map(_station, stops)), _HEAD + rows * _ROW


def _stops(stations: Sequence[Station], width: int, per_row: int, top: float) -> list[_Stop]:
    """Rows run to and fro, so that the line never jumps."""
    step = (width - 2 * _SIDE) / max(1, per_row - 1)
    found: list[_Stop] = []
    for number, station in enumerate(stations):
        row, column = divmod(number, per_row)
        across = column if row % 2 == 0 else per_row - 1 - column
        found.append(_Stop(_SIDE + across * step, top + 26 + row * _ROW, station))
    return found


def _track(stops: Sequence[_Stop]) -> str:
    drawn = f"M{stops[0].x:.0f} {stops[0].y:.0f}"
    for before, stop in pairwise(stops):
        if stop.y == before.y:
            drawn += f"H{stop.x:.0f}"
        else:
            out = 46 if before.x > _SIDE else -46
            drawn += f"C{before.x + out:.0f} {before.y:.0f} {stop.x + out:.0f} {stop.y:.0f} {stop.x:.0f} {stop.y:.0f}"
    return drawn


def _station(stop: _Stop) -> str:
    x, y, station = stop
    return (
        f'<g class="stop {station.phase}"><circle cx="{x:.0f}" cy="{y:.0f}" r="15"/>'
        f'<text class="stop-phase" x="{x:.0f}" y="{y - 24:.0f}">{station.phase_name}</text>'
        f'<text class="stop-number" x="{x:.0f}" y="{y + 5:.0f}">{station.number}</text>'
        f'<text class="stop-name" x="{x:.0f}" y="{y + 37:.0f}">{escape(station.short)}</text></g>'
    )


def _between(text: str, top: float) -> str:
    x = _SIDE
    path = f'<path class="walk" d="M{x} {top - 6:.0f}V{top + _GAP - 6:.0f}"/>'
    told = f'<text class="walk-name" x="{x + 14}" y="{top + _GAP / 2:.0f}">{escape(text)}</text>' if text else ""
    return path + told
