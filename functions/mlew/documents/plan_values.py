"""Values in the tables of a plan: days that may be open, moments, ids, roles, amounts with names."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from mlew.documents.defect import defect
from mlew.documents.figures import figure, read_figure
from mlew.documents.ids import id_cell, id_list, read_id, read_id_list
from mlew.documents.inline import Encoder, decode
from mlew.documents.values import Choice, Day, Pairs, Place, Texts
from mlew.documents.words import Words
from mlew.domain.base import Locale


class OpenDay:
    """A date that need not be settled."""

    def write(self, value: date | None, locale: Locale, encode: Encoder) -> str:
        """Blank if it is open."""
        return "" if value is None else Day().write(value, locale, encode)

    def read(self, written: str, place: Place) -> date | None:
        """A blank is open."""
        return Day().read(written, place) if decode(written) else None


class Moment:
    """A date with a wall time."""

    def write(self, value: datetime, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """YYYY-MM-DD HH:MM; seconds only if there are any."""
        whole = value.second == value.microsecond == 0
        return value.isoformat(" ", "minutes" if whole else "auto")

    def read(self, written: str, place: Place) -> datetime:
        """Midnight if there is no time. An offset cannot be meant: the plan has a time zone."""
        text = decode(written).replace("/", "-")
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise defect(place.locale, "no-moment", place.line, field=place.field, text=text) from error
        if moment.tzinfo is not None:
            raise defect(place.locale, "no-moment", place.line, field=place.field, text=text)
        return moment


class Id:
    """An id; a blank asks for a new one."""

    def write(self, value: str, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """As people know it."""
        return id_cell(value)

    def read(self, written: str, place: Place) -> str | None:  # noqa: ARG002
        """None for a blank."""
        return read_id(written) if written else None


class Ids:
    """Several ids."""

    def write(self, value: tuple[str, ...], locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """Between commas."""
        return id_list(value)

    def read(self, written: str, place: Place) -> tuple[str, ...]:  # noqa: ARG002
        """In order."""
        return read_id_list(written)


class Spoken:
    """A known word, or free text."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def write(self, value: str, locale: Locale, encode: Encoder) -> str:
        """The word in the language."""
        return self._words.spell(value, locale, encode) if value else ""

    def read(self, written: str, place: Place) -> str:  # noqa: ARG002
        """The key, or the text."""
        return self._words.unspell(written)


class OpenChoice:
    """One of a few words, or none."""

    def __init__(self, words: Words) -> None:
        self._choice = Choice(words, "")

    def write(self, value: str | None, locale: Locale, encode: Encoder) -> str:
        """Blank for none."""
        return "" if value is None else self._choice.write(value, locale, encode)

    def read(self, written: str, place: Place) -> str | None:
        """None for a blank."""
        return self._choice.read(written, place) or None


class Amounts:
    """Several `name: amount` in a cell."""

    def write(self, value: tuple[Mapping[str, Any], ...], locale: Locale, encode: Encoder) -> str:
        """One a line of the cell."""
        pairs = tuple({"label": item["name"], "value": figure(item["amount"])} for item in value)
        return Pairs().write(pairs, locale, encode)

    def read(self, written: str, place: Place) -> list[dict[str, Any]]:
        """In order. Raises InputError on an amount that is no number."""
        found: list[dict[str, Any]] = []
        for pair in Pairs().read(written, place):
            amount = read_figure(pair["value"])
            if amount is None:
                text = pair["value"]
                raise defect(place.locale, "no-number", place.line, field=place.field, text=text, example="300,000")
            found.append({"name": pair["label"], "amount": amount})
        return found


class Listed(Texts):
    """Several texts behind a label: there nobody resolves the bars that cells protect."""

    def read(self, written: str, place: Place) -> tuple[str, ...]:
        """In order."""
        return super().read(written.replace("\\|", "|"), place)


class Total:
    """A sum that is shown and computed again."""

    def write(self, value: float, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """With commas."""
        return figure(value)

    def read(self, written: str, place: Place) -> None:  # noqa: ARG002
        """What stands there does not matter."""
        return
