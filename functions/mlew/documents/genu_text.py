"""A pasted answer as lines that Markdown would have: without what surrounds it on GenU's page and in a chat."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mlew.documents.block import fenced, heading
from mlew.documents.discovery import SECTIONS
from mlew.documents.line import TextLine, text_lines

_TAG = re.compile(r"</?output>", re.IGNORECASE)
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[ \t]*(?P<language>[\w-]*)[ \t]*$")
_OF_TEXT = {"", "markdown", "md", "text", "txt", "plaintext"}
_FULL_WIDTH_HEADING = re.compile(r"^([ 　]{0,3})([#＃]+)(?=[ \t　]|[^#＃\s])")
_BOLD = re.compile(r"^(?:\*\*(?P<stars>[^*]+)\*\*|【(?P<brackets>[^【】]+)】|[■◆▼□◇]\s*(?P<mark>.+))\s*[:：]?$")
_NUMBER = re.compile(r"^(?:(?:step|ステップ)\s*)?\d{1,2}(?:[.．:：)）、]\s*|\s+)", re.IGNORECASE)
_OWN_TITLE = re.compile(r"^MLEW\s.*?[｜|]\s*(?P<title>.+?)(?:［[^［］]*］|\[[^\[\]]*\])?$")
_STRUCTURE = re.compile(r"^\s*(?:\||#{1,6}\s|[-*+・•－＊]\s|\d{1,2}[.)．）]\s)")


class Headline(NamedTuple):
    """A line that may be a heading. `level`: of its marks, 0 if it is bold or stands for itself."""

    level: int
    title: str


def pasted_lines(text: str) -> list[TextLine]:
    """As many lines as the text has: fences around an answer and GenU's own tags become blank ones."""
    lines = [_half_width(_TAG.sub("", line)) for line in text_lines(text)]
    inside = fenced(lines)
    for start in sorted(inside):
        end = next(n for n in range(start, len(lines) + 1) if n not in inside)
        closing = _closing(lines, start, end)
        if closing is not None and any(_STRUCTURE.match(line) for line in lines[start + 1 : closing]):
            lines[start] = lines[closing] = ""
    cut_off = (n for n, line in enumerate(lines) if n not in inside and _language(line) in {"markdown", "md"})
    for start in cut_off:
        lines[start] = ""
    return [TextLine(number, line) for number, line in enumerate(lines, 1)]


def headline(line: str) -> Headline | None:
    """The heading in a line; a line of bold print or in black brackets counts, and the use case's own title."""
    found = heading(line)
    if found:
        return Headline(found[0], _plain_title(found[1]))
    written = line.strip()
    bold = _BOLD.match(written)
    if bold:
        return Headline(0, _plain_title(next(filter(None, bold.groups()))))
    alone = _plain_title(written)
    return Headline(0, alone) if _OWN_TITLE.match(written) or SECTIONS.key(alone) not in {None, "other"} else None


def is_own_title(line: str) -> bool:
    """True for the title of one of our use cases, which says nothing about the workshop."""
    return _OWN_TITLE.match(line.strip(" #*\t　")) is not None


def structured(line: str) -> bool:
    """True for a heading, a row of a table and an entry of a list."""
    return _STRUCTURE.match(line) is not None


def _closing(lines: Sequence[str], start: int, end: int) -> int | None:
    """The fence that ends the one of text at `start`."""
    opening = _FENCE.match(lines[start])
    if opening is None or opening["language"].lower() not in _OF_TEXT:
        return None
    ends = (n for n in range(start + 1, end) if _language(lines[n]) == "")
    return next((n for n in ends if lines[n].strip()[:1] == lines[start].strip()[:1]), None)


def _language(line: str) -> str | None:
    found = _FENCE.match(line)
    return found["language"].lower() if found else None


def _half_width(line: str) -> str:
    line = _FULL_WIDTH_HEADING.sub(lambda found: found[1].replace("　", " ") + "#" * len(found[2]), line)
    return line.replace("｜", "|") if line.lstrip(" 　").startswith("｜") else line


def _plain_title(written: str) -> str:
    own = _OWN_TITLE.match(written.strip("*_ \t　"))
    title = (own["title"] if own else written).strip("*_ \t　")
    return _NUMBER.sub("", title).strip("*_ \t　")
