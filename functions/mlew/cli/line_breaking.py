"""Folding text into a column: between words, and in Japanese, which has no blanks, between characters.

Words in katakana stay whole there, too.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_NOT_FIRST = "、。，．！？：；）」』】〉》〕］｝・ー〜…‥％々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?,.:;)]}"
_NOT_LAST = "（「『【〈《〔［｛([{"
_KATAKANA = "ァ-ヶー"
_WORD = rf"(?<![{_KATAKANA}])[{_KATAKANA}]{{2,8}}(?![{_KATAKANA}])"
"""A word in katakana is as long as it is; longer ones are put together from several."""
_PIECE = re.compile(rf"{_WORD}|[{_WIDE}]|[^\s{_WIDE}]+|[ \t]+|\n")


class Flow:
    """A text that takes the width it is given; nothing is ever cut off."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lines as wide as the column."""
        start = 0
        for line in broken(self.text.plain, options.max_width):
            found = self.text.plain.index(line, start)
            start = found + len(line)
            yield self.text[found:start] if line else Text("")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """From the widest piece that should stay whole to the widest line."""
        lines = self.text.plain.split("\n")
        widest = max(cell_len(line) for line in lines)
        limit = options.max_width
        return Measurement(min(narrowest(self.text.plain), widest, limit), min(widest, limit))


def narrowest(text: str) -> int:
    """Cells of the widest piece that should stay whole."""
    return max((cell_len(piece.rstrip()) for piece in _pieces(text)), default=1)


def broken(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells (one character if even that is wider)."""
    lines: list[str] = []
    current = ""
    for piece in _pieces(text):
        if piece == "\n":
            lines.append(current.rstrip())
            current = ""
            continue
        for part in _fitting(piece, width):
            if current and cell_len(current) + cell_len(part.rstrip()) > width:
                lines.append(current.rstrip())
                current = part.lstrip()
            else:
                current += part
    return [*lines, current.rstrip()]


def _pieces(text: str) -> list[str]:
    """What is never parted: a word with the blanks behind it, a character with the signs that cling to it."""
    pieces: list[str] = []
    found = _PIECE.findall(text)
    for piece, before in zip(found, ["", *found], strict=False):
        clings = piece[0] in _NOT_FIRST or (piece[0] in " \t") or (before[-1:] and before[-1] in _NOT_LAST)
        if pieces and pieces[-1] != "\n" and piece != "\n" and clings:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _fitting(piece: str, width: int) -> Iterable[str]:
    """The piece, cut if it alone is wider than the column."""
    if cell_len(piece.rstrip()) <= width:
        return [piece]
    cuts = [0]
    used = 0
    for number, character in enumerate(piece):
        size = cell_len(character)
        if used + size > width and number > cuts[-1]:
            cuts.append(number)
            used = 0
        used += size
    return [piece[a:b] for a, b in pairwise([*cuts, len(piece)])]
