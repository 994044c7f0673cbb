"""Requests of the MLEW SDK and of `mlew-tracker.js`: events known by an id, each with its session (docs/metrics.md)."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from mlew.domain.click_record import LARGEST_SEQUENCE, LONGEST_ID, MOST_DETAILS, RefusedEvent
from mlew.metrics.delivery import MOST_SESSIONS, Delivery, Nameless, Unreadable, Visit, checked_events
from mlew.metrics.event_check import RawEvent, Refused, checked, take
from mlew.metrics.tracker_format import SESSION, clock_of, code_of

_OWN = {"form": "form", "form-submit": "form", "time": "time", "step": "step", "answer": "answer", "comment": "comment"}
"""Own events of a page that mean one of our kinds."""
_UNUSED = frozenset(("customEventType", "formName", "name", "value", "title", "referrer", "url", "userAgent", "page"))
"""Properties that stand elsewhere, or tell more of a person than the numbers need."""


class _Identity(NamedTuple):
    session: str
    n: int
    id: str


def read_sdk(body: Mapping[str, object], arrived: int) -> Delivery:
    """`arrived`: milliseconds since 1970. Raises Unreadable."""
    key = body.get("apiKey", "")
    if not isinstance(key, str):
        raise Unreadable("key")
    clock, visits, taken = clock_of(body, arrived), dict[str, Visit](), set[Hashable]()
    delivery = Delivery("sdk", key, [])
    events = checked_events(body.get("events"))
    nameless = Nameless(events)
    for place, given in enumerate(events):
        fields = given if isinstance(given, dict) else {}
        identity, visit = None, None
        try:
            session = _session(fields)
            visit = visits.get(session) or _visit(body, fields, session, visits)
            identity = _identity(session, fields.get("eventId"))
            take(identity, taken)
            visit.events.append(checked(_raw(fields), clock, n=identity.n, event_id=identity.id))
        except Refused as refusal:
            reason, told = str(refusal), fields.get("eventId")
            delivery.refused.append({"id": told[:LONGEST_ID] if isinstance(told, str) else "", "reason": reason})
            if visit is None or identity is None:
                nameless.add(place, reason, visit)
            elif reason != "duplicate":
                visit.refused.append(RefusedEvent(n=identity.n, id=identity.id, reason=reason))
    delivery.visits = list(visits.values())
    nameless.tell(delivery.visits)
    return delivery


def _session(fields: Mapping[str, object]) -> str:
    session = fields.get("sessionId")
    if not isinstance(session, str) or not SESSION.fullmatch(session):
        raise Refused("session")
    return session


def _identity(session: str, event_id: object) -> _Identity:
    """`<session>.<number>`, as `mlew-tracker.js` makes ids, is a number; any other id stands for itself."""
    if not isinstance(event_id, str) or not 1 <= len(event_id) <= LONGEST_ID or not event_id.isprintable():
        raise Refused("id")
    start, _, number = event_id.rpartition(".")
    if start == session and number.isascii() and number.isdecimal() and 1 <= int(number) <= LARGEST_SEQUENCE:
        return _Identity(session, int(number), "")
    return _Identity(session, 0, event_id)


def _visit(body: Mapping[str, object], fields: Mapping[str, object], session: str, visits: dict[str, Visit]) -> Visit:
    """Of a session seen for the first time. A link's code is in the request, or in the address of the page."""
    if len(visits) >= MOST_SESSIONS:
        raise Refused("too-many-sessions")
    asked = _query(fields.get("url"))
    code = code_of(body.get("c")) or code_of(asked.get("t", [""])[0])
    visits[session] = Visit(session, code, bool(body.get("p")) or "preview" in asked)
    return visits[session]


def _query(url: object) -> dict[str, list[str]]:
    if not isinstance(url, str):
        return {}
    try:
        return parse_qs(urlsplit(url).query, keep_blank_values=True, max_num_fields=MOST_DETAILS)
    except ValueError:  # more fields than any of our links has, or no address at all
        return {}


def _raw(fields: Mapping[str, object]) -> RawEvent:
    given = fields.get("properties")
    properties: Mapping[str, object] = given if isinstance(given, dict) else {}
    if given is not None and not isinstance(given, dict):
        raise Refused("details")
    kind, name, value = fields.get("eventType"), fields.get("elementName"), None
    if kind == "custom":
        called = properties.get("customEventType")
        kind = _OWN.get(called, "custom") if isinstance(called, str) else "custom"
        own = kind != "custom"
        name = properties.get("formName", properties.get("name")) if own else called or name
        value = properties.get("value") if own else None
    elif kind not in ("click", "view"):
        raise Refused("kind")
    details = {n: v for n, v in properties.items() if n not in _UNUSED and v != name}
    page = fields.get("page") or fields.get("url")
    return RawEvent(fields.get("timestamp"), kind, name if kind != "view" else None, page, value, details)
