"""A line of a document, with its place in it."""

import re
from typing import NamedTuple

_BREAKS = re.compile(r"\r\n?")


class TextLine(NamedTuple):
    """`number` counts from 1."""

    number: int
    text: str


def text_lines(text: str) -> list[str]:
    """Lines of a file, whichever line ends and byte order mark its editor wrote."""
    return _BREAKS.sub("\n", text.removeprefix("\ufeff")).split("\n")
