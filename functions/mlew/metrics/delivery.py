"""What a request brings, after its format has been read: events by session, checked one by one."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from mlew.domain.click_record import MOST_EVENTS, ClickEvent, ClickSource, RefusedEvent

LARGEST_BODY = 64 * 1024
"""Bytes: what a browser takes for a beacon."""
MOST_SESSIONS = 5


class Unreadable(Exception):
    """Raise when nothing of a request can be taken; the message is one word for the sender."""


@dataclass
class Visit:
    """Events of one session in the order they stand in the request. `refused` ones are told to the aggregator too."""

    session: str
    code: str
    preview: bool
    events: list[ClickEvent] = field(default_factory=list)
    refused: list[RefusedEvent] = field(default_factory=list)


@dataclass
class Delivery:
    """`key` as the body has it, "" if it has none. `refused`: what the sender is told, in the request's order."""

    source: ClickSource
    key: str
    visits: list[Visit]
    refused: list[dict[str, str | int]] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """How many events are kept."""
        return sum(len(visit.events) for visit in self.visits)


class Nameless:
    """Refused events of a request that nothing tells apart: no number or id, or a session of which nothing is taken.

    What they are known by is the request's events and their place among them, so that a request that is sent again
    brings the same ones. Two requests that hold nothing but the same such events are one.
    """

    def __init__(self, events: Sequence[object]) -> None:
        self._events = events
        self._found: list[tuple[int, str, Visit | None]] = []

    def add(self, place: int, reason: str, visit: Visit | None = None) -> None:
        """`place`: among the request's events, from 0. `visit`: None if the event names no session that is taken."""
        self._found.append((place, reason, visit))

    def tell(self, visits: Sequence[Visit]) -> None:
        """To their session, or to the request's first one; of a request without any session nobody hears."""
        if not self._found or not visits:
            return
        known = self._known()
        for place, reason, visit in self._found:
            (visit or visits[0]).refused.append(RefusedEvent(id=f"{known}.{place}", reason=reason))

    def _known(self) -> str:
        try:
            written = json.dumps(self._events, sort_keys=True)
        except RecursionError:  # nested just as deep as could be read
            raise Unreadable("no-json") from None
        return hashlib.sha256(written.encode()).hexdigest()[:16]


def checked_events(value: object) -> list[object]:
    """The list of events. Raises Unreadable if it is none, or too long."""
    if not isinstance(value, list) or not value:
        raise Unreadable("no-events")
    if len(value) > MOST_EVENTS:
        raise Unreadable("too-many-events")
    return value
