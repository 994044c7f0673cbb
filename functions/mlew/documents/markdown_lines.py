"""Markdown as lines: what a line is, without building a tree.

People write these files by hand, in editors that know nothing of Markdown, so indentation, bullets and
full-width marks are read leniently. `protect` and `unprotect` keep text that looks like structure.
"""

import re
from dataclasses import dataclass

_NEWLINE = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"^ {0,3}([#＃]{1,6})[ \t　]*(.*)$")
_BULLET = re.compile(
    r"^[ \t　]*(?:[-*+](?=[ \t　])|[•・‣●◦▪◆▶]|○(?![○〇])"
    r"|\d{1,3}[.)](?=[ \t　]|[^\x00-\x7f])|\d{1,3}[．）]|[①-⑳])[ \t　]*"
)
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_COMMENT = re.compile(r"(?<!\\)<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class SourceLine:
    """`number` counts from 1. `level` is the heading's, 0 for other lines and inside code fences."""

    number: int
    text: str
    level: int = 0
    title: str = ""
    fenced: bool = False

    @property
    def blank(self) -> bool:
        """True if nothing is on the line."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """Columns before the text; a tab counts 4, a full-width blank 2."""
        return indent_of(self.text)

    @property
    def bullet(self) -> bool:
        """True if the line starts a list item."""
        return not self.fenced and bullet_length(self.text) > 0

    @property
    def rule(self) -> bool:
        """True for a horizontal rule."""
        return not self.fenced and bool(_RULE.match(self.text))


def split_lines(text: str) -> list[str]:
    """At \\n, \\r\\n and \\r only: other separators of Unicode are part of the text."""
    return _NEWLINE.split(text)


def read_lines(text: str) -> list[SourceLine]:
    """Lines without byte order mark and comments. A code fence that never ends is none."""
    plain = _COMMENT.sub(lambda m: "\n" * len(_NEWLINE.findall(m.group())), text.removeprefix("\ufeff"))
    raw = split_lines(plain.replace("\\<!--", "<!--"))
    lines: list[SourceLine] = []
    fence_end = 0
    for number, line in enumerate(raw, 1):
        if number > fence_end and (fence := _FENCE.match(line)):
            fence_end = _end_of_fence(raw, number, fence.group(1))
        heading = _HEADING.match(line) if number > fence_end else None
        level = len(heading.group(1)) if heading else 0
        lines.append(
            SourceLine(number, line, level, heading.group(2).strip() if heading else "", fenced=number <= fence_end)
        )
    return lines


def _end_of_fence(raw: list[str], start: int, mark: str) -> int:
    for number in range(start + 1, len(raw) + 1):
        closing = _FENCE.match(raw[number - 1])
        if closing and closing.group(1).startswith(mark) and raw[number - 1].strip() == closing.group(1):
            return number
    return 0


def indent_of(text: str) -> int:
    """Columns of leading blanks."""
    return sum({"\t": 4, "　": 2}.get(c, 1) for c in text[: len(text) - len(text.lstrip(" \t　"))])


def bullet_length(text: str) -> int:
    """Length of indentation and bullet or number; 0 if the line is no list item."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def starts_fence(text: str) -> bool:
    """True if a code fence may begin here."""
    return _FENCE.match(text) is not None


def outdent(text: str, columns: int) -> str:
    """Take up to `columns` of leading blanks away."""
    while columns > 0 and text[:1] in {" ", "\t", "　"}:
        columns -= indent_of(text[0])
        text = text[1:]
    return text


def protect(line: str) -> str:
    """Put a backslash before text that would be read as structure when it stands in a file."""
    body = line.lstrip(" \t　")
    return line[: len(line) - len(body)] + "\\" + body


def unprotect(line: str) -> str:
    """Undo `protect`; also the way Markdown itself writes a literal mark."""
    body = line.lstrip(" \t　")
    return line[: len(line) - len(body)] + body.removeprefix("\\")


def protect_comments(text: str) -> str:
    """Keep `<!--` in a rendered file from hiding what follows; `read_lines` takes the backslash away."""
    return text.replace("<!--", "\\<!--")
