"""What pages post, in both formats."""

import json
from typing import Any

NOW = 1_790_000_000_000
SESSION = "k3j9x0a7b2c4"


def event(n: int, kind: str = "click", **fields: Any) -> dict[str, Any]:
    """An event of tracker.js; fields given as None are left out."""
    given = {"n": n, "t": NOW - 1000, "y": kind, "x": "start", "u": "/", **fields}
    return {name: value for name, value in given.items() if value is not None}


def tracker(*events: Any, **fields: Any) -> dict[str, Any]:
    """A request of tracker.js."""
    return {"v": 1, "k": "key-of-a-mock", "s": SESSION, "t": NOW, "e": list(events), **fields}


def sdk_event(event_id: str = "V1StGXR8_Z5jdHi6B-myT", kind: str = "click", **fields: Any) -> dict[str, Any]:
    """An event as the MLEW SDK sends it."""
    return {
        "eventId": event_id,
        "applicationName": "Canteen",
        "eventType": kind,
        "timestamp": NOW - 1000,
        "elementName": "hero-get-started-button",
        "page": "/",
        "url": "https://mocks.example.com/?ref=mail",
        "sessionId": "uakgb_J5m9g-0JDMbcJqL",
        "userId": "anonymous",
        "userAgent": "Mozilla/5.0",
        "viewport": {"width": 1280, "height": 720},
        "properties": {"elementName": "hero-get-started-button", "elementType": "button"},
        "createdAt": "2026-09-21T00:00:00.000Z",
        "version": "1.0.0",
        **fields,
    }


def sdk(*events: Any, **fields: Any) -> dict[str, Any]:
    """A batch of the MLEW SDK."""
    return {"applicationId": "canteen", "events": list(events), **fields}


def body(content: Any) -> bytes:
    """As it arrives."""
    return json.dumps(content).encode()
