"""Text of several lines as it stands under a heading, and back without loss.

Lines that would be taken for the document's own headings, and code fences that are not closed, get a backslash
in front, as Markdown has it. Everything else stays as typed, closed code fences with all they hold too.
"""

import re
from collections.abc import Sequence

from mlew.documents.inline import dereference, references
from mlew.documents.words import Words

HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?:[ \t　]+(?P<title>.*)|(?P<tight>[^#\s].*)|)$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ESCAPED = re.compile(r"^( {0,3}\\*)\\(?=#{1,6}|`{3,}|~{3,})")
_ESCAPABLE = re.compile(r"^( {0,3})(?=\\*(?:#{1,6}|`{3,}|~{3,}))")


def heading(line: str) -> tuple[int, str] | None:
    """Level and title (as written) of a heading line. `##title` without a blank counts, `#tag` does not."""
    found = HEADING.match(line)
    if found is None or (found["tight"] and len(found["marks"]) < 2):
        return None
    return len(found["marks"]), (found["title"] or found["tight"] or "").strip()


def structural(line: str, titles: Words, depth: int) -> tuple[int, str] | None:
    """`heading`, if it begins a section of this document: up to `depth`, or any with one of the known titles."""
    found = heading(line)
    return found if found and (found[0] <= depth or titles.key(found[1])) else None


def fenced(lines: Sequence[str]) -> set[int]:
    """Indexes of the lines that stand in code fences which are closed, fences included."""
    inside: set[int] = set()
    index = 0
    while index < len(lines):
        opening = _FENCE.match(lines[index])
        closing = _closing(lines, index, opening[1]) if opening else None
        if closing is not None:
            inside.update(range(index, closing + 1))
            index = closing
        index += 1
    return inside


def block(text: str, titles: Words, depth: int = 2) -> str:
    """Lines to stand under a heading."""
    lines = references(text).split("\n")
    inside = fenced(lines)
    return "\n".join(line if n in inside else _escaped(line, titles, depth) for n, line in enumerate(lines))


def unblock(lines: Sequence[str]) -> str:
    """The text of lines under a heading; blank lines around it carry no meaning."""
    inside = fenced(lines)
    return dereference(
        "\n".join(line if n in inside else _ESCAPED.sub(r"\1", line) for n, line in enumerate(lines)).strip()
    )


def _escaped(line: str, titles: Words, depth: int) -> str:
    if structural(line, titles, depth) or _FENCE.match(line) or _ESCAPED.match(line):
        return _ESCAPABLE.sub(r"\1\\", line)
    return line


def _closing(lines: Sequence[str], opened: int, fence: str) -> int | None:
    closing = re.compile(rf"^ {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    return next((n for n in range(opened + 1, len(lines)) if closing.match(lines[n])), None)
