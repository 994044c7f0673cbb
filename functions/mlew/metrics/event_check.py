"""One event, whichever format it came in: kept, or refused with one word of what is wrong."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeGuard, get_args

from mlew.domain.click_record import LARGEST_SEQUENCE, LONGEST_NAME, LONGEST_VALUE, ClickEvent, ClickKind, Scalar
from mlew.metrics.clock import BrowserClock
from mlew.metrics.details import LARGEST_NUMBER, TooDeep, flat
from mlew.metrics.text import cleaned, page_of

_KINDS: dict[str, ClickKind] = {kind: kind for kind in get_args(ClickKind)}
_NAMED = frozenset(("click", "step", "answer", "custom"))
_SAID = frozenset(("answer", "comment"))
LONGEST_TIME = 24 * 3600 * 1000
"""Milliseconds that one event may say a page was visible."""
_LARGEST_AT = 10**14  # the year 5138; also what a clock far off may say, since it is set right afterwards


class Refused(Exception):
    """Raise when an event cannot be kept; the message is one word, all of them listed in docs/metrics.md."""


@dataclass(frozen=True)
class RawEvent:
    """Fields of an event as they stand in the request, of any type."""

    at: object
    kind: object
    name: object = None
    page: object = None
    value: object = None
    details: object = None


def sequence_of(value: object) -> int:
    """The number of an event in its session. Raises Refused."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LARGEST_SEQUENCE:
        raise Refused("number")
    return value


def take(identity: Hashable, taken: set[Hashable]) -> None:
    """Note an event's number or id. Raises Refused if the request holds it twice."""
    if identity in taken:
        raise Refused("duplicate")
    taken.add(identity)


def checked(raw: RawEvent, clock: BrowserClock, *, n: int = 0, event_id: str = "") -> ClickEvent:
    """The event, cleaned. Raises Refused."""
    if not isinstance(raw.kind, str) or raw.kind not in _KINDS:
        raise Refused("kind")
    kind = _KINDS[raw.kind]
    if not isinstance(raw.at, int | float) or isinstance(raw.at, bool) or not 0 <= raw.at <= _LARGEST_AT:
        raise Refused("time")
    at, corrected = clock.right(int(raw.at))
    name = cleaned(_text(raw.name, "name"), LONGEST_NAME)
    if kind in _NAMED and not name:
        raise Refused("name")
    return ClickEvent.model_construct(
        n=n,
        id=event_id,
        at=at,
        kind=kind,
        name=name,
        page=page_of(_text(raw.page, "page"), LONGEST_NAME),
        value=_value(kind, raw.value),
        details=_details(raw.details),
        corrected=corrected,
    )


def _text(value: object, field: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(field)
    return value


def _value(kind: ClickKind, value: object) -> str | int | float | None:
    if kind == "time":
        if not _is_number(value) or not 0 <= value <= LONGEST_TIME:
            raise Refused("value")
        return round(value)
    if isinstance(value, str):
        value = cleaned(value, LONGEST_VALUE)
    if kind in _SAID and not (isinstance(value, str) and value):
        raise Refused("value")
    if value is None or isinstance(value, str):
        return value or None
    if not _is_number(value):
        raise Refused("value")
    return value


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER


def _details(value: object) -> dict[str, Scalar]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Refused("details")
    try:
        return flat(value)
    except TooDeep:
        raise Refused("details") from None
