"""How much a mock may hold: what a page can show, and what a person reads before giving up.

Widths are counted in columns: a full-width character takes two, as on a screen, so one limit fits both languages.
"""

import unicodedata

MOST_SCREENS = 12
LARGEST_SCREENS = 60
"""What people may write by hand: more is refused, with the reason."""
MOST_STEPS = 10
"""Steps of the press release that a mock has to show; the abnormal course and a start need room beside them."""
DEFAULT_WIDTH = 120
WIDTHS: dict[str, int] = {
    "brand": 60, "action": 40, "label": 80, "title": 90, "page": 60, "name": 80, "price": 60, "per": 40, "unit": 24,
    "icon": 24, "id": 40, "to": 40, "day": 10, "suggestion": 120, "headline": 140, "tagline": 120, "lead": 400,
    "picture": 240, "text": 500, "intro": 320, "quote": 360, "answer": 700, "question": 200, "closing": 240,
    "price_note": 300, "reply": 700, "solved": 160, "use": 160, "thanks": 240, "empty": 200, "error": 240, "wait": 120,
    "hint": 160, "value": 400, "who": 100, "pains": 200, "points": 140, "labels": 90, "values": 160, "cells": 120,
    "options": 90, "tags": 40, "keywords": 40, "times": 40, "series": 60,
}  # fmt: skip
"""Columns by a draft's field; all others: DEFAULT_WIDTH."""
EDITOR_WIDTH = 3000
LIST_LENGTHS: dict[str, int] = {
    "screens": MOST_SCREENS, "pains": 6, "how": 6, "features": 8, "voices": 4, "prices": 4, "faq": 12, "points": 60,
    "fields": 14, "exchanges": 12, "entries": 24, "columns": 8, "rows": 40, "days": 62, "actions": 4, "labels": 12,
    "options": 20, "tags": 6, "values": 12, "cells": 8, "keywords": 12, "times": 24,
}  # fmt: skip
"""Entries by a draft's field."""


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, most: int) -> str:
    """`text`, or as much of it as fits into `most` columns with an ellipsis."""
    if width(text) <= most:
        return text
    taken, used = [], 1
    for character in text:
        used += width(character)
        if used > most:
            break
        taken.append(character)
    return "".join(taken).rstrip() + "…"
