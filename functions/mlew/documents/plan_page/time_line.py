"""The time line as SVG: months, milestones, tasks by person; what decides the date stands out."""

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup, escape

from mlew.documents.role_names import ROLES
from mlew.domain.base import Locale
from mlew.domain.critical_path import CriticalPath
from mlew.domain.plan import Plan
from mlew.domain.plan_errors import milestone_name

_WIDTH, _LEFT, _RIGHT = 960.0, 118.0, 12.0
_HEAD, _LANE, _FOOT = 62.0, 22.0, 26.0
_FULL, _HALF = 13.0, 7.8
"""Width of a full-width and a half-width character at the labels' size."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_LANES = 7


class Scale(NamedTuple):
    """Days to places."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """From the left."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 2)


def time_line(plan: Plan, path: CriticalPath, today: date, locale: Locale, word_today: str) -> Markup:
    """The picture; what it says stands in a list beside it, too. Empty if nothing has a date."""
    lanes = _lanes(plan, locale)
    days = [m.actual or m.planned for m in plan.milestones if m.actual or m.planned]
    days += [day for task in plan.tasks for day in (task.start, task.due)]
    known = [day for day in days if day is not None]
    if not known:
        return Markup("")
    scale = Scale(min(*known, plan.starts) - timedelta(days=5), max(*known, plan.starts) + timedelta(days=7))
    bottom = _HEAD + _LANE * len(lanes) + 8
    drawn = [*_months(scale, bottom, locale), *_bars(lanes, path, scale), *_today(today, scale, bottom, word_today)]
    drawn += _milestones(plan, scale, bottom, locale)
    height = bottom + _FOOT
    return Markup(  # noqa: S704 – numbers of ours, and texts that were escaped
        f'<svg class="timeline" viewBox="0 0 {_WIDTH:g} {height:g}" aria-hidden="true">{"".join(drawn)}</svg>'
    )


def _lanes(plan: Plan, locale: Locale) -> list[tuple[str, list[tuple[str, date, date]]]]:
    """One a person, or a role that is open, in order of their first task."""
    lanes: dict[str, list[tuple[str, date, date]]] = {}
    for task in sorted(plan.tasks, key=lambda one: (one.start, one.due)):
        role = ROLES.spell(task.role, locale, str) if task.role else "–"
        lanes.setdefault(task.owner or role, []).append((task.id, task.start, task.due))
    return list(lanes.items())[:MOST_LANES]


def _months(scale: Scale, bottom: float, locale: Locale) -> Iterable[str]:
    month = scale.first.replace(day=1)
    while month <= scale.last:
        following = (month + timedelta(days=32)).replace(day=1)
        left = max(scale.at(month), _LEFT)
        right = min(scale.at(following), _WIDTH - _RIGHT)
        if month > scale.first:
            yield _line("month", left, _HEAD - 6, left, bottom)
        if right - left > 34:
            name = f"{month.month} 月" if locale == "ja" else _MONTHS[month.month - 1]
            year = f"{month.year} 年 " if locale == "ja" else f" {month.year}"
            first = month <= scale.first or month.month == 1
            label = (f"{year}{name}" if locale == "ja" else f"{name}{year}") if first and right - left > 80 else name
            yield _text("tick", left + 6, bottom + 18, label)
        month = following
    yield _line("floor", _LEFT, bottom, _WIDTH - _RIGHT, bottom)


def _bars(lanes: list[tuple[str, list[tuple[str, date, date]]]], path: CriticalPath, scale: Scale) -> Iterable[str]:
    for number, (name, tasks) in enumerate(lanes):
        top = _HEAD + _LANE * number
        yield _text("lane", _LEFT - 10, top + 15, _cut(name, _LEFT - 14), "end")
        for task, start, due in tasks:
            left = scale.at(start)
            width = max(5.0, scale.at(due + timedelta(days=1)) - left - 1.5)
            look = "task critical" if task in path.tasks else "task"
            yield f'<rect class="{look}" x="{left:g}" y="{top + 4:g}" width="{width:.2f}" height="14" rx="3"/>'


def _today(today: date, scale: Scale, bottom: float, word: str) -> Iterable[str]:
    if scale.first <= today <= scale.last:
        at = scale.at(today)
        yield _line("today", at, _HEAD - 8, at, bottom + 4)
        yield _text("today-word", at + 4, bottom - 4, word)


def _milestones(plan: Plan, scale: Scale, bottom: float, locale: Locale) -> Iterable[str]:
    """Labels that would cover each other stand in two rows."""
    ends = [0.0, 0.0]
    found = [(m, m.actual or m.planned) for m in plan.milestones]
    for milestone, day in sorted(((m, d) for m, d in found if d is not None), key=lambda one: one[1]):
        at = scale.at(day)
        label = milestone_name(milestone.name, locale)
        shown = f"{day.month}/{day.day}" if locale == "ja" else f"{day.day} {_MONTHS[day.month - 1]}"
        width = _wide(f"{label} {shown}")
        left = min(max(at - width / 2, 2.0), _WIDTH - width - 2)
        x, anchor = (left + width, "end") if left + width > _WIDTH - 4 else (left + width / 2, "middle")
        row = 0 if left >= ends[0] else 1
        ends[row] = left + width + 12
        look = "reached" if milestone.actual else "missed" if milestone.decision == "cut" else "coming"
        yield _line(f"stem {look}", at, 20 + 22 * row, at, bottom)
        yield f'<path class="flag {look}" d="M{at:g} {bottom - 7:g}l7 7l-7 7l-7 -7z"/>'
        yield (
            f'<text class="name" x="{x:.2f}" y="{14 + 22 * row}" text-anchor="{anchor}">{escape(label)} '
            f'<tspan class="day">{escape(shown)}</tspan></text>'
        )


def _line(look: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{look}" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>'


def _text(look: str, x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text class="{look}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _wide(text: str) -> float:
    return sum(_FULL if unicodedata.east_asian_width(c) in "FWA" else _HALF for c in text)


def _cut(text: str, room: float) -> str:
    """With an ellipsis where it would not fit."""
    if _wide(text) <= room:
        return text
    while text and _wide(text) + _FULL > room:
        text = text[:-1]
    return f"{text}…"
