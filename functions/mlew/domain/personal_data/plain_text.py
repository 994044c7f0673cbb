"""Text as rules read it – half-width, lower case, without invisible characters – with the way back to the original.

The original is cut at whole characters as people see them only: a letter stays with its accents, a kana with its
dakuten, an emoji with what is joined to it.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_JOINER = "\u200d"
_VOICED = "\uff9e\uff9f"
"""Half-width dakuten and handakuten: characters of their own to Unicode, part of the kana to people."""
_MARKS = {"Mn", "Mc", "Me"}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─━⁃﹣"), "-")


class PlainText(NamedTuple):
    """`text` for the rules; `places[i]`: begin and end in the original of the character that `text[i]` comes from."""

    text: str
    places: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Place in the original of a part of `text` that is not empty."""
        return self.places[start][0], self.places[end - 1][1]


def plain_text(original: str) -> PlainText:
    """Of any text."""
    characters: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _characters(original):
        for character in plain(original[start:end]):
            characters.append(character)
            places.append((start, end))
    return PlainText("".join(characters), tuple(places))


def plain(text: str) -> str:
    """Half-width, lower case, one kind of dash, no invisible characters."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_DASHES)
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")


def _characters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _belongs(text[index], text[index - 1]):
            yield start, index
            start = index


def _belongs(character: str, before: str) -> bool:
    if character in "\r\n" or before in "\r\n":
        return False
    joined = _JOINER in (character, before)
    return joined or character in _VOICED or unicodedata.category(character) in _MARKS
