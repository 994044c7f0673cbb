"""The little markup of an editor's text, read into blocks: `#` headings, `-` bullets, `**` bold. No HTML anywhere."""

import re
from itertools import groupby
from typing import Literal, NamedTuple

_HEADING = re.compile(r"#{1,3}\s+")
_BULLET = re.compile(r"[-*・]\s*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")

Kind = Literal["heading", "bullets", "paragraph"]
Run = tuple[str, bool]
"""Text, and whether it is bold."""


class Block(NamedTuple):
    """`lines`: of a heading one, of bullets one each, of a paragraph those to be shown on lines of their own."""

    kind: Kind
    lines: tuple[tuple[Run, ...], ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Blank lines part paragraphs. The browser's editor follows the same rules, so both show the same."""
    found: list[Block] = []
    for kind, group in groupby(text.splitlines(), _kind):
        lines = tuple(_runs(_bare(line, kind)) for line in group) if kind else ()
        if kind == "heading":
            found += [Block(kind, (line,)) for line in lines]
        elif kind:
            found.append(Block(kind, lines))
    return tuple(found)


def _kind(line: str) -> Kind | None:
    line = line.strip()
    if not line:
        return None
    if _HEADING.match(line):
        return "heading"
    return "bullets" if _is_bullet(line) else "paragraph"


def _is_bullet(line: str) -> bool:
    return line.startswith(("- ", "* ", "・"))


def _bare(line: str, kind: Kind) -> str:
    line = line.strip()
    if kind == "paragraph":
        return line
    return (_HEADING if kind == "heading" else _BULLET).sub("", line, count=1)


def _runs(line: str) -> tuple[Run, ...]:
    return tuple((part, at % 2 == 1) for at, part in enumerate(_BOLD.split(line)) if part)
