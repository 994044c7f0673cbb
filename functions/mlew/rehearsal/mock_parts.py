"""Dummy data for each part of a rehearsed mock, made of the trade's own words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mlew.domain.base import Locale
from mlew.domain.screen_parts import PartKind
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.mock_words import MockWords

Json = dict[str, Any]
EMPTY: Json = {
    "intro": "", "step": 0, "course": "normal", "text": "", "labels": [], "form": "bar", "unit": "", "fields": [],
    "exchanges": [], "entries": [], "columns": [], "rows": [], "points": [], "days": [], "empty": "", "error": "",
    "actions": [],
}  # fmt: skip
_WEEK: dict[Locale, tuple[str, ...]] = {"ja": ("月", "火", "水", "木", "金"), "en": ("Mon", "Tue", "Wed", "Thu", "Fri")}
_FEWEST_LINES, _MOST_LINES = 3, 6
_TIMES = ("09:00", "10:30", "13:00", "15:30", "17:00")


@dataclass(frozen=True)
class Tale:
    """What a rehearsed mock is told from. `fills`: names that words may hold. `minutes`: a (with the service) < b < c
    (today). `start`: first day of a calendar. `handled`: what the journey handles, for rows. `suited`: parts that
    suit the kind of activity, the best first.
    """

    words: MockWords
    locale: Locale
    fills: dict[str, str]
    minutes: tuple[int, int, int]
    start: date
    chance: Chance
    handled: tuple[str, ...] = ()
    suited: tuple[PartKind, ...] = ()

    def fill(self, text: str, **more: str) -> str:
        """`text` with a, b, c and `fills` in it."""
        figures = dict(zip("abc", map(str, self.minutes), strict=True))
        return text.format(**figures, **{**self.fills, **more})


def content(kind: PartKind, tale: Tale) -> Json:
    """The fields of a screen's draft that the part uses; what is wrong is told in the words of the part itself."""
    return _CONTENT[kind](tale) | {"empty": tale.words.empty}


def field(label: str, **changes: object) -> Json:
    """An input."""
    return {
        "label": label, "input": "text", "required": True, "hint": "", "placeholder": "", "value": "", "unit": "",
        "options": [], "page": "", **changes,
    }  # fmt: skip


def _entry(title: str, **changes: object) -> Json:
    return {"title": title, "text": "", "tags": [], "values": [], "recommended": False, **changes}


def _fields(tale: Tale) -> list[Json]:
    found = []
    for label, kind, hint in tale.words.fields:
        options = list(tale.words.grades) if kind == "radio" else []
        value = {"date": tale.start.isoformat(), "number": hint, "radio": options[0] if options else ""}.get(kind, "")
        placeholder = tale.fill(hint) if kind == "textarea" else ""
        found.append(field(tale.fill(label), input=kind, options=options, value=value, placeholder=placeholder))
    found[0]["required"], found[-1]["required"] = True, False
    return found


def _form(tale: Tale) -> Json:
    return {"fields": _fields(tale)}


def _wizard(tale: Tale) -> Json:
    fields = _fields(tale)
    return {"fields": [f | {"page": tale.words.pages[min(n // 2, 1)]} for n, f in enumerate(fields)]}


def _chat(tale: Tale) -> Json:
    return {
        "text": tale.fill(tale.words.opening),
        "labels": [tale.fill(tale.words.assistant)],
        "exchanges": [
            {"suggestion": tale.fill(said), "keywords": [tale.fill(k) for k in keywords], "reply": tale.fill(reply)}
            for said, keywords, reply in tale.words.chat
        ],
    }


def _list_detail(tale: Tale) -> Json:
    words = tale.words
    minutes, places = ("分", "か所") if tale.locale == "ja" else (" min", "")
    entries = []
    for number, (title, tag, text) in enumerate(words.proposals):
        takes = tale.minutes[0] + number * 2 + tale.chance.number(f"list{number}", 3)
        left = tale.chance.number(f"left{number}", 3) + (number > 0)
        values = [f"{takes}{minutes}", f"{left}{places}"]
        entries.append(_entry(title, text=tale.fill(text), tags=[tag], values=values))
    return {"labels": list(words.facts), "entries": entries}


def _compare(tale: Tale) -> Json:
    labels, *options = tale.words.compare
    return {
        "labels": list(labels),
        "entries": [
            _entry(name, values=[tale.fill(v) for v in values], recommended=number == 0, text=note)
            for number, (name, note, *values) in enumerate(options)
        ],
    }


def _table(tale: Tale) -> Json:
    caption, *labels = tale.words.table
    rows = [
        {
            "cells": [
                task,
                str(tale.chance.number(f"count{n}", 8) + 1),
                str(tale.minutes[0] + tale.chance.number(f"minutes{n}", tale.minutes[2])),
            ]
        }
        for n, task in enumerate(_lines(tale))
    ]
    kinds = ("text", "number", "number")
    return {
        "text": tale.fill(caption),
        "columns": [
            {"label": label, "type": kind, "editable": kind == "number"}
            for label, kind in zip(labels, kinds, strict=True)
        ],
        "rows": rows,
    }


def _lines(tale: Tale) -> tuple[str, ...]:
    """Things that the customer handles; what is to be done with the one thing if there are few."""
    return tale.handled[:_MOST_LINES] if len(tale.handled) >= _FEWEST_LINES else tale.words.tasks


def _editor(tale: Tale) -> Json:
    return {"text": tale.fill(tale.words.draft), "labels": list(tale.words.editor)}


def _chart(tale: Tale) -> Json:
    caption, unit, series = tale.words.chart
    low, _, high = tale.minutes
    points = [
        {"series": tale.fill(name), "label": day, "value": float(base + tale.chance.number(f"{base}{day}", base))}
        for name, base in zip(series, (high, low), strict=True)
        for day in _WEEK[tale.locale]
    ]  # fmt: skip
    return {
        "text": tale.fill(caption),
        "unit": unit,
        "points": points,
        "form": tale.chance.pick("form", ("bar", "line")),
    }


def _upload(tale: Tale) -> Json:
    label, photo, notes, finding = tale.words.upload
    entries = [
        _entry(
            f"{tale.fill(name)}.{ending}",
            text=tale.fill(finding, count=str(tale.minutes[n])),
            values=[f"{180 + 65 * n} KB"],
        )
        for n, (name, ending) in enumerate(((photo, "jpg"), (notes, "pdf")))
    ]
    return {"text": tale.fill(label), "labels": [".jpg", ".png", ".pdf"], "entries": entries}


def _calendar(tale: Tale) -> Json:
    days = []
    for number in range(10):
        times = [t for t in _TIMES if tale.chance.number(f"{number}{t}", 3)] if number % 5 != 3 else []
        days.append({"day": (tale.start + timedelta(days=number)).isoformat(), "times": times})
    days[0]["times"] = list(_TIMES[:3])
    return {"text": tale.fill(tale.words.calendar), "days": days}


def _result(tale: Tale) -> Json:
    measures = [
        _entry(label, values=[tale.fill(before), tale.fill(after)]) for label, before, after in tale.words.measures
    ]
    return {
        "text": tale.fill(tale.words.result),
        "entries": measures,
        "labels": [tale.fill(text) for text in tale.words.highlights],
    }


_CONTENT: dict[PartKind, Callable[[Tale], Json]] = {
    "form": _form,
    "wizard": _wizard,
    "chat": _chat,
    "list_detail": _list_detail,
    "compare": _compare,
    "table": _table,
    "editor": _editor,
    "chart": _chart,
    "upload": _upload,
    "calendar": _calendar,
    "result": _result,
}
