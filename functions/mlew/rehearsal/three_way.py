"""An earlier result, edited by people, with what they have asked for since: a three-way merge of plain data.

What people edited stays; what they did not touch follows their request. A figure that was edited and is asked for
again is the one that was asked for, as it is newer; of words, both are kept where they can stand together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Json = Any
_FIGURES = frozenset(["amount", "per", "frequency_per", "unit"])
_NAMES = ("text", "name", "statement", "solution", "words", "question")
_TOKENS = re.compile(r"[一-龥々]+|[ァ-ヴー]+|[ぁ-ん]+|\w+|\W")
_ALIKE = 0.6


@dataclass(frozen=True)
class Entry:
    """An item of a merged list; `mine`, `new`: its place in the edited list and in the newly written one."""

    value: Json
    mine: int | None
    new: int | None


def merged(base: Json, mine: Json, new: Json) -> Json:
    """`base`: as written without the request; `mine`: edited by people; `new`: as written with the request."""
    if mine == base:
        return new
    if new in (base, mine):
        return mine
    if isinstance(mine, dict) and isinstance(base, dict) and isinstance(new, dict):
        return {name: _field(name, base[name], mine[name], new[name]) for name in new}
    if isinstance(mine, list):
        return [entry.value for entry in merged_lists(base, mine, new)]
    return _words(base, mine, new) if isinstance(mine, str) else new


def merged_lists(base: Sequence[Json], mine: Sequence[Json], new: Sequence[Json]) -> list[Entry]:
    """In the order of `mine`. What the request adds stands behind what it follows in `new`."""
    edited, asked = (
        _matches(base, mine, in_place=True),
        _matches(base, new, in_place=not any(_is_named(value) for value in base)),
    )
    origin = {m: b for b, m in edited.items()}
    found: list[Entry] = []
    for place, value in enumerate(mine):
        b = origin.get(place)
        if b is None or (b not in asked and value != base[b]):
            found.append(Entry(value, place, None))
        elif b in asked:
            found.append(Entry(merged(base[b], value, new[asked[b]]), place, asked[b]))
    names = {_name(value) for value in mine}
    known = {n: b for b, n in asked.items()}
    behind: int | None = None
    for place, value in enumerate(new):
        if place in known:
            behind = place if known[place] in edited else behind
        elif _name(value) not in names:
            at = next((n for n, e in enumerate(found) if e.new == behind), -1) if behind is not None else -1
            found.insert(at + 1, Entry(value, None, place))
            behind = place
    return found


def _field(name: str, base: Json, mine: Json, new: Json) -> Json:
    conflict = name in _FIGURES and base not in (mine, new)
    return new if conflict else merged(base, mine, new)


def _words(base: str, mine: str, new: str) -> str:
    """Words that the request adds at an end are added; words that it replaces are replaced where they still stand."""
    if base and new.startswith(base):
        return mine + new.removeprefix(base)
    if base and new.endswith(base):
        return new.removesuffix(base) + mine
    for old, instead in _replaced(base, new):
        mine = mine.replace(old, instead)
    return mine


def _replaced(base: str, new: str) -> list[tuple[str, str]]:
    """The one run of words by which the two differ; none if nothing or everything does."""
    a, b = _TOKENS.findall(base), _TOKENS.findall(new)
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tail = next(
        (n for n, (x, y) in enumerate(zip(a[head:][::-1], b[head:][::-1], strict=False)) if x != y),
        min(len(a), len(b)) - head,
    )
    old, instead = "".join(a[head : len(a) - tail]), "".join(b[head : len(b) - tail])
    return [(old, instead)] if len(old) > 1 and old != base else []


def _matches(base: Sequence[Json], other: Sequence[Json], *, in_place: bool) -> dict[int, int]:
    """Place in `base` → place of the same item in `other`: equal, of the same name, or most alike.

    `in_place`: what is then left between two that match is the same, if there is as much of it on both sides.
    """
    found: dict[int, int] = {}
    for key in (repr, _name):
        free: dict[str, list[int]] = {}
        for n, value in enumerate(other):
            if n not in found.values():
                free.setdefault(key(value), []).append(n)
        for n, value in enumerate(base):
            if n not in found and free.get(key(value)):
                found[n] = free[key(value)].pop(0)
    _most_alike(base, other, found)
    if in_place:
        _in_gaps(len(base), len(other), found)
    return found


def _most_alike(base: Sequence[Json], other: Sequence[Json], found: dict[int, int]) -> None:
    taken = set(found.values())
    left = {n: _pairs_of(value) for n, value in enumerate(base) if n not in found}
    right = {n: _pairs_of(value) for n, value in enumerate(other) if n not in taken}
    scores = [(_alike(a, b), -abs(n - m), n, m) for n, a in left.items() for m, b in right.items()]
    for score, _, n, m in sorted(scores, reverse=True):
        if score >= _ALIKE and n not in found and m not in taken:
            found[n] = m
            taken.add(m)


def _in_gaps(many: int, others: int, found: dict[int, int]) -> None:
    taken = set(found.values())
    anchors = [(-1, -1), *sorted(found.items()), (many, others)]
    for (a, x), (b, y) in pairwise(anchors):
        left, right = list(range(a + 1, b)), [n for n in range(x + 1, y) if n not in taken]
        if len(left) == len(right):
            found.update(zip(left, right, strict=True))


def _is_named(value: Json) -> bool:
    return isinstance(value, dict) and not value.keys().isdisjoint(_NAMES)


def _name(value: Json) -> str:
    return next(str(value[name]) for name in _NAMES if name in value) if _is_named(value) else repr(value)


def _alike(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / max(1, len(a) + len(b))


def _pairs_of(value: Json) -> set[str]:
    text = " ".join(_strings(value))
    return {text[n : n + 2] for n in range(len(text) - 1)}


def _strings(value: Json) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(inner)
