"""What changed between two texts of a document, section by section."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import NamedTuple

from mlew.documents.block import fenced, heading
from mlew.documents.line import text_lines
from mlew.documents.table_difference import is_row, moved, table_diff

_ID = re.compile(r"([A-Za-z]{1,3}\d+)[:：.．]")


class _Part(NamedTuple):
    """A heading and the lines below it, without blank ones. `key`: the id it begins with, else its words; the number
    tells those of the same key apart.
    """

    key: tuple[str, int]
    title: str
    lines: list[str]


def diff(old: str, new: str, *, context: int = 1) -> str:
    """Unified diff whose hunks begin with the section they stand in; empty if nothing changed.

    Lines start with "-" (old), "+" (new) or a blank; `@@ heading @@` names the section. `context`: unchanged lines
    shown around a change. Blank lines do not count as changes. Of a row of a table that is there in both, only the
    cells that changed are shown; of a section that only moved, its heading.
    """
    before, after = _parts(old), _parts(new)
    there = {part.key: part for part in before}
    kept = {part.key for part in after}
    gone_elsewhere = moved([p.key for p in before if p.key in kept], [p.key for p in after if p.key in there])
    shown: list[str] = []
    for part in after:
        was = there.get(part.key)
        said = [f"+ {line}" for line in part.lines] if was is None else _changes(was.lines, part.lines, context)
        if was is not None and not said and part.key in gone_elsewhere:
            said = [f"- {was.lines[0]}", f"+ {part.lines[0]}"]
        shown += [f"@@ {part.title} @@", *said] if said else []
    for part in before:
        if part.key not in kept and part.lines:
            shown += [f"@@ {part.title} @@", *(f"- {line}" for line in part.lines)]
    return "\n".join(shown) + "\n" if shown else ""


def _changes(old: Sequence[str], new: Sequence[str], context: int) -> list[str]:
    """Of one section: its text, then its tables, the first with the first."""
    (old_text, old_tables), (new_text, new_tables) = _split(old), _split(new)
    shown: list[str] = []
    whole = (old_text, new_text)
    pairs = list(zip_longest(old_tables, new_tables, fillvalue=list[str]()))
    by_cells = [table_diff(one, other) for one, other in pairs]
    if None in by_cells:
        whole, by_cells = (list(old), list(new)), []
    matcher = SequenceMatcher(None, *whole, autojunk=False)
    for group in matcher.get_grouped_opcodes(context):
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                shown += [f"  {line}" for line in whole[1][new_start:new_end] if heading(line) is None]
            else:
                shown += [f"- {line}" for line in whole[0][old_start:old_end]]
                shown += [f"+ {line}" for line in whole[1][new_start:new_end]]
    shown += [line for said in by_cells if said for line in said]
    if not shown and list(old) != list(new):  # text and tables changed places
        return [*(f"- {line}" for line in old), *(f"+ {line}" for line in new)]
    return shown


def _split(lines: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    runs = [(is_table, list(run)) for is_table, run in groupby(lines, key=is_row)]
    return [line for is_table, run in runs if not is_table for line in run], [run for is_table, run in runs if is_table]


def _parts(text: str) -> list[_Part]:
    """Sections in order; a heading belongs to its own section, inside a code fence there is none."""
    lines = text_lines(text)
    inside = fenced(lines)
    parts = [_Part(("", 0), "", [])]
    seen: Counter[str] = Counter([""])
    for number, line in enumerate(lines):
        found = None if number in inside else heading(line)
        if found:
            named = _ID.match(found[1])
            key = named[1] if named else found[1]
            parts.append(_Part((key, seen[key]), found[1], []))
            seen[key] += 1
        if line.strip():
            parts[-1].lines.append(line)
    return parts
