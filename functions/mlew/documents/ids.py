"""Ids in documents: kept if people keep them, new if they take them away."""

import re
from collections.abc import Collection, Iterable

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
    if _WHOLE.fullmatch(identifier) and not identifier.isascii():
        return "".join(map(reference, identifier))
    return cell(identifier) or EMPTY


def read_id(written: str) -> str:
    """Full-width digits become ASCII ones where the id has the usual form."""
    written = written.strip().strip("`*")
    return _ascii(written) if _WHOLE.fullmatch(written) else decode(written)


def id_list(identifiers: Iterable[str]) -> str:
    """`A1, A2`; ids of another form are guarded."""
    return ", ".join(i if _WHOLE.fullmatch(i) and i.isascii() else guarded(i) for i in identifiers)


def read_id_list(written: str) -> tuple[str, ...]:
    """Ids between commas of either width, `・`, blanks or line breaks; each once is not asked for."""
    parts = re.split(r"(?:[,、，;；・\s]|<br\s*/?>)+", written.strip())
    return tuple(read_id(part) for part in parts if part)


class Numbering:
    """Gives `A1`, `A2`, … to what has no id, above all that are taken, and refuses an id that is used twice."""

    def __init__(self, prefix: str, locale: Locale, taken: Collection[str] = ()) -> None:
        self._prefix = prefix
        self._locale = locale
        self._taken = set(taken)
        self._used: set[str] = set()

    def use(self, identifier: str, line: int) -> str:
        """An id that stands in the document. Raises InputError the second time."""
        if identifier in self._used:
            raise defect(self._locale, "id-twice", line, id=identifier)
        self._used.add(identifier)
        return identifier

    def new(self) -> str:
        """The next free id. Ask when all ids of the document have been used."""
        pattern = re.compile(rf"{self._prefix}(\d+)")
        numbers = [int(m[1]) for m in map(pattern.fullmatch, self._taken | self._used) if m]
        return self.use(f"{self._prefix}{max(numbers, default=0) + 1}", 0)


def _ascii(text: str) -> str:
    return "".join(str(int(c)) if c.isdigit() else c for c in text)
