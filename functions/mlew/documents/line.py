"""A line of a document, with its place in it."""

from typing import NamedTuple


class TextLine(NamedTuple):
    """`number` counts from 1."""

    number: int
    text: str
