"""What every event of our calendars has (RFC 5545, 3.6.1)."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vText


def new_calendar(name: str) -> Calendar:
    """An empty calendar that is published, so that nobody has to answer an invitation."""
    calendar = Calendar()
    calendar.add("prodid", "-//mlew//ML Enablement Workshop//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    return calendar


def new_event(key: str, stamp: datetime, revision: int) -> Event:
    """`key` names what the event is about: the same key is the same UID, so that sent again it updates the event."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'mlew:{key}')}@mlew")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", revision)
    return event
