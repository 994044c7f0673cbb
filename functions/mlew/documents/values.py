"""Values in cells and behind labels: how each kind of them is written, and read from what people made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mlew.documents.choice import read_choice
from mlew.documents.defect import defect
from mlew.documents.figures import figure, read_figure
from mlew.documents.inline import EMPTY, Encoder, cell, decode, guarded, item, items, joined
from mlew.documents.words import Words
from mlew.domain.base import Locale

_YES_NO = Words(yes=("はい", "yes", "○", "true"), no=("いいえ", "no", "×", "false"))


@dataclass(frozen=True)
class Place:
    """Where a value stands, for what is said about it."""

    locale: Locale
    line: int
    field: str


class Kind(Protocol):
    """One kind of value. `read` raises InputError that names the place."""

    def write(self, value: Any, locale: Locale, encode: Encoder) -> str:
        """As it stands in the document."""

    def read(self, written: str, place: Place) -> Any:
        """The value; the kind's own nothing for a blank."""


class Text:
    """Any text."""

    def write(self, value: str, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002 - text is in no language
        """Encoded for where it stands."""
        return encode(value)

    def read(self, written: str, place: Place) -> str:  # noqa: ARG002 - every text can be read
        """Decoded."""
        return decode(written)


class Texts:
    """Several texts in a cell."""

    def write(self, value: tuple[str, ...], locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """One a line of the cell."""
        return joined(map(item, value))

    def read(self, written: str, place: Place) -> tuple[str, ...]:  # noqa: ARG002
        """In order."""
        return tuple(map(decode, items(written)))


class Pairs:
    """Several `label: value` in a cell."""

    def write(self, value: tuple[Mapping[str, str], ...], locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """One a line of the cell."""
        return joined(self._pair(pair["label"], pair["value"]) for pair in value)

    def read(self, written: str, place: Place) -> tuple[dict[str, str], ...]:  # noqa: ARG002
        """In order; without a colon all is the value."""
        return tuple(self._read(part) for part in items(written))

    def _pair(self, label: str, value: str) -> str:
        written = f"{item(label)}: {item(value)}"
        read_back = self._read(written.replace("\\|", "|"))
        same = read_back == {"label": label, "value": value}
        return written if same and written.strip() == written else f"{guarded(label)}: {guarded(value)}"

    @staticmethod
    def _read(written: str) -> dict[str, str]:
        label, colon, value = written.replace("：", ": ", 1).partition(": ")
        return {"label": decode(label), "value": decode(value)} if colon else {"label": "", "value": decode(label)}


class Flag:
    """Yes or no."""

    def write(self, value: bool, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """In the language."""
        return _YES_NO("yes" if value else "no", locale)

    def read(self, written: str, place: Place) -> bool:
        """A blank is no."""
        return read_choice(_YES_NO, written, place.locale, line=place.line, field=place.field, default="no") == "yes"


class Number:
    """A number, or none."""

    def write(self, value: float | None, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """Exact."""
        return "" if value is None else figure(value)

    def read(self, written: str, place: Place) -> float | None:
        """A blank is none."""
        if not written.strip():
            return None
        number = read_figure(written)
        if number is None:
            raise defect(place.locale, "no-number", place.line, field=place.field, text=written, example="60")
        return number


class Day:
    """A date."""

    def write(self, value: date, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """YYYY-MM-DD, as calendars sort it."""
        return value.isoformat()

    def read(self, written: str, place: Place) -> date:
        """A real one."""
        try:
            return date.fromisoformat(decode(written).replace("/", "-"))
        except ValueError as error:
            raise defect(place.locale, "no-day", place.line, field=place.field, text=written) from error


class Choice:
    """One of a few words."""

    def __init__(self, words: Words, default: str) -> None:
        """`default`: what a blank means."""
        self._words = words
        self._default = default

    def write(self, value: str, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """In the language."""
        return self._words(value, locale)

    def read(self, written: str, place: Place) -> str:
        """The key."""
        line, field = place.line, place.field
        return read_choice(self._words, written, place.locale, line=line, field=field, default=self._default)


@dataclass(frozen=True)
class Shape:
    """A kind of table: its columns in order. The first one is never blank, so that no row is lost."""

    words: Words
    kinds: Mapping[str, Kind]

    @property
    def first(self) -> str:
        """Without this column it is no such table."""
        return next(iter(self.kinds))

    def row(self, values: Mapping[str, Any], locale: Locale) -> dict[str, str]:
        """Written cells by column."""
        cells = {key: kind.write(values[key], locale, cell) for key, kind in self.kinds.items()}
        return {**cells, self.first: cells[self.first] or EMPTY}

    def values(self, cells: Mapping[str, str], locale: Locale, line: int) -> dict[str, Any]:
        """What stands in the written cells; a missing column is blank. Raises InputError."""
        return {
            key: kind.read(cells.get(key, ""), Place(locale, line, self.words(key, locale)))
            for key, kind in self.kinds.items()
        }
