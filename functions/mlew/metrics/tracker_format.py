"""Requests of `tracker.js` (docs/metrics.md): one session, events numbered from 1."""

import re
from collections.abc import Hashable, Mapping

from mlew.domain.click_record import ClickEvent, RefusedEvent
from mlew.metrics.clock import BrowserClock
from mlew.metrics.delivery import Delivery, Nameless, Unreadable, Visit, checked_events
from mlew.metrics.event_check import RawEvent, Refused, checked, sequence_of, take

VERSION = 1
SESSION = re.compile(r"[A-Za-z0-9_-]{8,64}")
CODE = re.compile(r"[a-z0-9]{10}")


def read_tracker(body: Mapping[str, object], arrived: int) -> Delivery:
    """`arrived`: milliseconds since 1970. Raises Unreadable."""
    if body.get("v") != VERSION:
        raise Unreadable("version")
    session, key = body.get("s"), body.get("k", "")
    if not isinstance(session, str) or not SESSION.fullmatch(session):
        raise Unreadable("session")
    if not isinstance(key, str):
        raise Unreadable("key")
    visit = Visit(session, code_of(body.get("c")), bool(body.get("p")))
    delivery = Delivery("tracker", key, [visit])
    clock, taken = clock_of(body, arrived), set[Hashable]()
    events = checked_events(body.get("e"))
    nameless = Nameless(events)
    for place, given in enumerate(events):
        fields = given if isinstance(given, dict) else {}
        number = 0
        try:
            number = sequence_of(fields.get("n"))
            take(number, taken)
            visit.events.append(_event(fields, number, clock))
        except Refused as refusal:
            reason = str(refusal)
            delivery.refused.append({"n": number, "reason": reason})
            if not number:
                nameless.add(place, reason, visit)
            elif reason != "duplicate":
                visit.refused.append(RefusedEvent(n=number, reason=reason))
    nameless.tell(delivery.visits)
    return delivery


def _event(fields: Mapping[str, object], number: int, clock: BrowserClock) -> ClickEvent:
    raw = RawEvent(
        at=fields.get("t"),
        kind=fields.get("y"),
        name=fields.get("x"),
        page=fields.get("u"),
        value=fields.get("w"),
        details=fields.get("d"),
    )
    return checked(raw, clock, n=number)


def code_of(value: object) -> str:
    """The code of a link; "" for anything else: an address mistyped is an open address, not a lost visit."""
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""


def clock_of(body: Mapping[str, object], arrived: int) -> BrowserClock:
    """By when the browser says it sent the request."""
    sent = body.get("t")
    usable = isinstance(sent, int) and not isinstance(sent, bool) and 0 < sent < 10**14
    return BrowserClock(arrived, sent if usable and isinstance(sent, int) else 0)
