"""What a request brings, after its format has been read: events by session, checked one by one."""

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


def checked_events(value: object) -> list[object]:
    """The list of events. Raises Unreadable if it is none, or too long."""
    if not isinstance(value, list) or not value:
        raise Unreadable("no-events")
    if len(value) > MOST_EVENTS:
        raise Unreadable("too-many-events")
    return value
