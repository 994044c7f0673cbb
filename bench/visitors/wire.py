"""Requests as browsers send them, written down from docs/metrics.md."""

import hashlib
import json
from typing import Any

from bench.visitors.course import Deed
from bench.visitors.traffic import Request, Session

_BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
_FORM = {"form": "form-submit"}
_REASONS = {"nothing": "number"}


def headers(session: Session, key: str) -> dict[str, str]:
    """What tells who is there."""
    said = {"User-Agent": "ExampleBot/2.1 (+https://example.com/bot)" if session.guise == "bot" else _BROWSER}
    if session.guise == "prefetch":
        said["Sec-Purpose"] = "prefetch;prerender"
    if session.format == "sdk":
        return {**said, "Content-Type": "application/json", "X-Api-Key": key}
    return {**said, "Content-Type": "text/plain;charset=UTF-8"}


def body(session: Session, request: Request, key: str, now: int) -> bytes:
    """`now`: ms since 1970, by the browser's clock."""
    if session.format == "tracker":
        content = _tracker(session, request, key, now)
    else:
        content = {"applicationId": "visitors", "events": [_sdk(session, deed) for deed in request.deeds]}
        if session.format == "drop-in":
            content["apiKey"] = key
    return json.dumps(content).encode()


def answer(session: Session, request: Request) -> dict[str, Any]:
    """What the intake has to say."""
    refused = [
        {_name(session): _known_by(session, deed), "reason": _REASONS.get(deed.fault, deed.fault)}
        for deed in request.deeds
        if deed.fault
    ]
    return {"accepted": sum(not deed.fault for deed in request.deeds), "refused": refused}


def _name(session: Session) -> str:
    return "n" if session.format == "tracker" else "id"


def _known_by(session: Session, deed: Deed) -> int | str:
    if session.format == "tracker":
        return deed.n
    return "" if deed.fault == "id" else _event_id(session, deed)


def _tracker(session: Session, request: Request, key: str, now: int) -> dict[str, Any]:
    sent: dict[str, Any] = {"v": 1, "k": key, "s": session.id, "t": now, "e": [_ours(d) for d in request.deeds]}
    if session.link.code:
        sent["c"] = session.link.code
    if session.guise == "preview":
        sent["p"] = 1
    return sent


def _ours(deed: Deed) -> Any:
    event: dict[str, Any] = {"n": deed.n, "t": deed.at, "y": deed.kind, "x": deed.name, "u": deed.page}
    if deed.value is not None:
        event["w"] = deed.value
    wrong: dict[str, dict[str, Any]] = {
        "kind": {"y": "hover"},
        "name": {"x": ""},
        "value": {"y": "answer", "x": "use", "w": None},
        "time": {"t": "soon"},
        "page": {"u": 7},
        "details": {"d": ["no", "object"]},
        "number": {"n": 0},
    }
    return "no event" if deed.fault == "nothing" else event | wrong.get(deed.fault, {})


def _sdk(session: Session, deed: Deed) -> dict[str, Any]:
    asked = "&".join([f"t={session.link.code}"] * bool(session.link.code) + ["preview"] * (session.guise == "preview"))
    plain = deed.kind in ("view", "click")
    properties: dict[str, Any] = {}
    if deed.kind == "custom":
        properties = {"customEventType": deed.name}
    elif not plain:
        properties = {"customEventType": _FORM.get(deed.kind, deed.kind), "name": deed.name, "value": deed.value}
    event = {
        "eventId": _event_id(session, deed),
        "applicationName": "Visitors",
        "eventType": deed.kind if plain else "custom",
        "timestamp": deed.at,
        "elementName": deed.name if deed.kind == "click" else "",
        "elementType": "button",
        "page": deed.page,
        "url": f"https://mocks.example.com{deed.page}?{asked}",
        "sessionId": session.id,
        "userId": "anonymous",
        "userAgent": _BROWSER,
        "viewport": {"width": 390, "height": 844},
        "properties": properties,
        "createdAt": "2026-09-21T00:00:00.000Z",
        "version": "1.0.0",
    }
    wrong: dict[str, dict[str, Any]] = {
        "kind": {"eventType": "hover"},
        "time": {"timestamp": "soon"},
        "details": {"properties": []},
        "id": {"eventId": None},
    }
    return event | wrong.get(deed.fault, {})


def _event_id(session: Session, deed: Deed) -> str:
    if session.format == "drop-in":
        return f"{session.id}.{deed.n}"
    return hashlib.sha256(f"{session.id} {deed.n}".encode()).hexdigest()[:21]
