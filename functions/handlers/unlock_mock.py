"""POST /v1/unlock: a passcode for a cookie. Takes the edge's form and JSON; the internet reaches this function."""

import base64
import json
import logging
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from mlew.adapters.clients import visitor_clients
from mlew.adapters.table import Table
from mlew.adapters.unlock_store import DynamoUnlockStore
from mlew.errors import MlewError
from mlew.services.unlocking import Attempt, unlock
from mlew.settings import UnlockSettings

logger = logging.getLogger(__name__)
Answer = dict[str, Any]

_LARGEST = 4096  # bytes of a body
_MOCK, _CODE = re.compile(r"[a-z0-9]{16}"), re.compile(r"[a-z0-9]{10}")
_JSON = "application/json"
_PAGE = """<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>しばらくお待ちください / Please wait</title><link rel="stylesheet" href="/edge.css">
<main><h1>しばらくお待ちください</h1>
<p>{ja}</p>
<div lang="en"><h2>Please wait</h2>
<p>{en}</p></div></main></html>
"""
_TOO_MANY = (
    "誤ったパスコードが続けて入力されました。{minutes} 分ほど待ってから、もう一度お試しください。",
    "Too many wrong passcodes were entered. Please try again in about {minutes} minutes.",
)
_BUSY = (
    "ただいま混み合っていて、パスコードを確かめられません。少し待ってから前のページに戻り、もう一度お試しください。",
    "The passcode cannot be checked just now. Please go back in a moment and try again.",
)
_BUSY_SECONDS = 5


def handler(event: dict[str, Any], context: object) -> Answer:  # noqa: ARG001 - Lambda calls with both
    """`event`: HTTP API, payload 2.0. A form is answered with a page or a redirect, JSON with a status."""
    fields = _fields(event)
    if fields is None or not _MOCK.fullmatch(fields.get("mock", "")):
        return _answer(400, {})
    try:
        attempt = unlock(_store(), fields["mock"], fields.get("passcode", ""), datetime.now(UTC))
    except MlewError as error:
        logger.warning("not checked: %s", type(error).__name__)
        return _as_busy(event)
    return _as_status(attempt) if _media(event) == _JSON else _as_page(attempt, fields)


def _as_status(attempt: Attempt) -> Answer:
    if attempt.outcome == "wait":
        return _answer(429, {"retry-after": str(attempt.wait_seconds)})
    return _answer(403, {}) if attempt.cookie is None else _answer(204, {}, cookie=attempt.cookie.header())


def _as_page(attempt: Attempt, fields: dict[str, str]) -> Answer:
    if attempt.outcome == "wait":
        minutes = -(-attempt.wait_seconds // 60)
        return _as_waiting(429, attempt.wait_seconds, *(words.format(minutes=minutes) for words in _TOO_MANY))
    query = {"t": fields["t"]} if _CODE.fullmatch(fields.get("t", "")) else {}
    query |= {"preview": "1"} if fields.get("preview") else {}
    query |= {"unlock": "wrong"} if attempt.cookie is None else {}
    there = f"/m/{fields['mock']}/" + (f"?{urlencode(query)}" if query else "")
    return _answer(303, {"location": there}, cookie=attempt.cookie.header() if attempt.cookie else "")


def _as_busy(event: dict[str, Any]) -> Answer:
    if _media(event) != _JSON:
        return _as_waiting(503, _BUSY_SECONDS, *_BUSY)
    again = {"retry-after": str(_BUSY_SECONDS), "content-type": _JSON}
    return _answer(503, again, body=json.dumps({"error": "send-again"}, separators=(",", ":")))


def _as_waiting(status: int, seconds: int, ja: str, en: str) -> Answer:
    headers = {"retry-after": str(seconds), "content-type": "text/html; charset=utf-8"}
    return _answer(status, headers, body=_PAGE.format(ja=ja, en=en))


def _answer(status: int, headers: dict[str, str], *, body: str = "", cookie: str = "") -> Answer:
    made: Answer = {"statusCode": status, "headers": {"cache-control": "no-store", **headers}, "body": body}
    return made | ({"cookies": [cookie]} if cookie else {})


def _fields(event: dict[str, Any]) -> dict[str, str] | None:
    """Text fields of the body; None if it is neither a form nor a JSON object, or too large."""
    body = event.get("body") or ""
    try:
        raw = base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()
        if len(raw) > _LARGEST:
            return None
        text = raw.decode()
        given = json.loads(text) if _media(event) == _JSON else dict(parse_qsl(text, max_num_fields=10))
    except (ValueError, RecursionError):  # not base64, UTF-8, JSON; too many fields, or nested too deep
        return None
    return {n: v for n, v in given.items() if isinstance(v, str)} if isinstance(given, dict) else None


def _media(event: dict[str, Any]) -> str:
    return str((event.get("headers") or {}).get("content-type", "")).partition(";")[0].strip().lower()


@cache
def _store() -> DynamoUnlockStore:
    settings = UnlockSettings.from_environment()
    return DynamoUnlockStore(settings.tenant, Table(visitor_clients(), settings.metrics_table))
