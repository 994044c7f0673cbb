"""Lines of a PDF page with their place. The order inside a PDF is that of drawing, not of reading."""

from itertools import pairwise
from typing import Any

from mlew.inputs.slide_boxes import Area, Box

_MOST_PIECES = 5_000
_WORD_GAP = 1.2
"""Pieces on one row belong together up to this many line heights apart; columns are further apart."""

_BLANK = 0.12


def page_lines(page: Any) -> list[Box]:
    """One box a line, in points from the upper left corner, in reading order."""
    height = page.get_height()
    text_page = page.get_textpage()
    pieces: list[Box] = []
    for index in range(min(text_page.count_rects(), _MOST_PIECES)):
        left, bottom, right, top = text_page.get_rect(index)
        text = text_page.get_text_bounded(left, bottom, right, top)
        line = " ".join(text.replace("\0", "").split())
        if line:
            pieces.append(Box(Area(left, height - top, right - left, top - bottom), (line,)))
    return sorted(_joined(pieces), key=lambda box: (box.area.top, box.area.left))


def _joined(pieces: list[Box]) -> list[Box]:
    """Join pieces of a row, which change of font or script had cut."""
    rows: list[list[Box]] = []
    for piece in sorted(pieces, key=lambda box: box.area.left):
        row = next((r for r in rows if _continues(r[-1].area, piece.area)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [_line(row) for row in rows]


def _continues(last: Area, next_: Area) -> bool:
    lower = min(last.height, next_.height)
    shared = min(last.bottom, next_.bottom) - max(last.top, next_.top)
    return shared >= 0.5 * lower and next_.left - last.right <= _WORD_GAP * max(last.height, next_.height)


def _line(row: list[Box]) -> Box:
    text = row[0].text
    for last, piece in pairwise(row):
        gap = piece.area.left - last.area.right
        text += (" " if gap >= _BLANK * piece.area.height else "") + piece.text
    left, top = row[0].area.left, min(box.area.top for box in row)
    area = Area(left, top, row[-1].area.right - left, max(box.area.bottom for box in row) - top)
    return Box(area, (text,))
