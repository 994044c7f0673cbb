"""Changes of a text, made all at once."""

from typing import NamedTuple


class Edit(NamedTuple):
    """Replace what stands from `start` to before `end`."""

    start: int
    end: int
    text: str


def edited(text: str, edits: list[Edit]) -> str:
    """The text with all changes; they do not overlap. Of several at one place the first comes first."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda one: one.start):
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])
