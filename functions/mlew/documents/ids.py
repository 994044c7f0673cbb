"""Ids in documents: kept if people keep them, new if they take them away."""

import re
from collections.abc import Collection, Iterable
from itertools import count

from mlew.documents.defect import defect
from mlew.documents.inline import EMPTY, cell, decode, guarded, reference
from mlew.domain.base import Locale

SIMPLE = r"[A-Za-z]{1,3}[0-9０-９]{1,4}"
_LEADING = re.compile(
    rf"^(?:\[(?P<other>[^\[\]]*)\]|[*`]{{0,2}}(?P<id>{SIMPLE})[*`]{{0,2}})\s*[:：.．]\s*(?P<rest>.*)$", re.DOTALL
)
_WHOLE = re.compile(SIMPLE)


def bracketed(identifier: str) -> str:
    """`A1`; ids of another form stand in brackets."""
    simple = _WHOLE.fullmatch(identifier) and identifier.isascii()
    return identifier if simple else f"[{guarded(identifier) if identifier else ''}]"


def leading(identifier: str, written: str) -> str:
    """`A1: text`."""
    return f"{bracketed(identifier)}: {written}"


def read_leading(written: str) -> tuple[str | None, str]:
    """Id and the rest as written; None if there is no id (then it gets a new one)."""
    found = _LEADING.match(written)
    if found is None:
        return None, written
    return read_id(found["id"]) if found["id"] else decode(found["other"]), found["rest"]


def id_cell(identifier: str) -> str:
    """For a column of ids, where an empty cell means "give it a new one"."""
    written = cell(identifier) or EMPTY
    return written if read_id(written) == identifier else "".join(map(reference, identifier))


def read_id(written: str) -> str:
    """Full-width digits become ASCII ones where the id has the usual form."""
    bare = written.strip().strip("`*")
    return _ascii(bare) if _WHOLE.fullmatch(bare) else decode(written)


def id_list(identifiers: Iterable[str]) -> str:
    """`A1, A2`; ids of another form are guarded."""
    return ", ".join(i if _WHOLE.fullmatch(i) and i.isascii() else guarded(i) for i in identifiers)


def read_id_list(written: str) -> tuple[str, ...]:
    """Ids between commas of either width, `・`, blanks or line breaks; each once is not asked for."""
    parts = re.split(r"(?:[,、，・\s]|<br\s*/?>)+", written.strip())
    return tuple(read_id(part) for part in parts if part)


def numbered(
    prefix: str, written: Iterable[tuple[str | None, int]], locale: Locale, taken: Collection[str] = ()
) -> list[str]:
    """Ids in order: what stands there (with its line), and `A7`, `A8`, … above all that are taken where there is none.

    Raises InputError if an id is used twice.
    """
    entries = list(written)
    used: set[str] = set()
    for identifier, line in entries:
        if identifier is not None and identifier in used:
            raise defect(locale, "id-twice", line, id=identifier)
        if identifier is not None:
            used.add(identifier)
    pattern = re.compile(rf"{prefix}(\d+)")
    highest = max((int(m[1]) for m in map(pattern.fullmatch, {*used, *taken}) if m), default=0)
    fresh = (f"{prefix}{n}" for n in count(highest + 1))
    return [next(fresh) if identifier is None else identifier for identifier, _ in entries]


def _ascii(text: str) -> str:
    return "".join(str(int(c)) if c.isdigit() else c for c in text)
