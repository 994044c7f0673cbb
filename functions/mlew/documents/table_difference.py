"""What changed in a table: rows that came and went, and of the others only the cells that changed."""

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-+:?\s*")
_ID = re.compile(r"[A-Za-z]{1,3}\d+")
_NUMBER = re.compile(r"[\d.,]*")
_ITEMS = re.compile(r"<br>", re.IGNORECASE)
_FEWEST_LINES = 2
K = TypeVar("K", bound=Hashable)


def is_row(line: str) -> bool:
    """A line of a table as documents are written."""
    return line.startswith("| ") and line.endswith(" |")


def table_diff(old: Sequence[str], new: Sequence[str]) -> list[str] | None:
    """Lines of a diff; a changed row is `| key | column: cell |`. None if rows cannot be told apart by any column.

    `old`, `new`: the table's lines; empty if there is no such table.
    """
    if list(old) == list(new):
        return []
    if not old or not new:
        return [*(f"- {line}" for line in old), *(f"+ {line}" for line in new)]
    if any(len(t) < _FEWEST_LINES or not all(map(_RULE.fullmatch, _cells(t[1]))) for t in (old, new)):
        return None
    before, after = _Table(old), _Table(new)
    key = _key(before, after)
    if key is None:
        return None
    shown = [f"{sign} {_row(names)}" for sign, names in _columns(before, after) if names]
    was = {row[key]: row for row in before.rows}
    now = {row[key] for row in after.rows}
    elsewhere = moved([k for k in was if k in now], [row[key] for row in after.rows if row[key] in was])
    shown += [f"- {before.lines[n]}" for n, row in enumerate(before.rows) if row[key] not in now]
    for number, row in enumerate(after.rows):
        old_row = was.get(row[key])
        said = [f"+ {after.lines[number]}"] if old_row is None else _changed(key, old_row, row)
        if not said and row[key] in elsewhere:
            said = [f"{sign} {after.lines[number]}" for sign in "-+"]
        shown += said
    return shown


def moved(old: Sequence[K], new: Sequence[K]) -> set[K]:
    """Of the same things in two orders: the fewest whose places explain the change."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stayed = {thing for match in matcher.get_matching_blocks() for thing in old[match.a : match.a + match.size]}
    return set(new) - stayed


class _Table:
    """`rows`: cells by column, all columns of the header; `lines`: the rows as they stand."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.names = _cells(lines[0])
        self.lines = list(lines[2:])
        self.rows = [dict(zip(self.names, _cells(line), strict=False)) for line in self.lines]


def _columns(before: _Table, after: _Table) -> tuple[tuple[str, list[str]], tuple[str, list[str]]]:
    gone = [name for name in before.names if name not in after.names]
    new = [name for name in after.names if name not in before.names]
    return ("-", gone), ("+", new)


def _key(before: _Table, after: _Table) -> str | None:
    """A column with ids, else the first whose cells differ from each other and are no numbers."""
    usable: list[tuple[str, list[str]]] = []
    for name in before.names:
        columns = [[row.get(name, "") for row in table.rows] for table in (before, after)]
        distinct = all(len(set(column)) == len(column) and all(column) for column in columns)
        cells = [cell for column in columns for cell in column]
        if name in after.names and distinct and not all(map(_NUMBER.fullmatch, cells)):
            usable.append((name, cells))
    with_ids = [name for name, cells in usable if all(map(_ID.fullmatch, cells))]
    return next(iter([*with_ids, *(name for name, _ in usable)]), None)


def _changed(key: str, old: dict[str, str], new: dict[str, str]) -> list[str]:
    before, after = [old[key]], [new[key]]
    for name in dict.fromkeys([*old, *new]):
        was, now = _items(old.get(name, "")), _items(new.get(name, ""))
        if was == now:
            continue
        less = [item for item in was if item not in now]
        more = [item for item in now if item not in was]
        moved = not less and not more
        before += [f"{name}: {'<br>'.join(was if moved else less)}"] if less or moved else []
        after += [f"{name}: {'<br>'.join(now if moved else more)}"] if more or moved else []
    return [f"{sign} {_row(cells)}" for sign, cells in (("-", before), ("+", after)) if len(cells) > 1]


def _items(cell: str) -> list[str]:
    return [item.strip() for item in _ITEMS.split(cell) if item.strip()]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _PIPE.split(line)[1:-1]]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
