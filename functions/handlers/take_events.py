"""Intake of the click metrics: POST /v1/events behind an HTTP API (payload version 2.0).

Nothing of a request goes into the log: neither what was posted, nor a key, nor an address.
"""

import base64
import binascii
import json
import time
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from mlew.adapters.clients import visitor_clients
from mlew.adapters.event_stream import KinesisEventStream
from mlew.adapters.table import Table
from mlew.adapters.tracking_keys import DynamoTrackingKeys
from mlew.intake_settings import IntakeSettings
from mlew.services.taking_events import Posted, Taken, TakingEvents

PATH = ["v1", "events"]
_HEADERS = {
    "content-type": "application/json",
    "cache-control": "no-store",
    "access-control-allow-origin": "*",  # an SDK's page lies elsewhere; nothing can be read here
}
_OFF = Taken(410, {"error": "intake-off"})

logger = Logger()


@cache
def _intake() -> TakingEvents | None:
    """None while the intake is turned off. Kept as long as the environment lives."""
    settings = IntakeSettings.from_environment()
    if not settings.stream:
        return None
    clients = visitor_clients()
    keys = DynamoTrackingKeys(Table(clients, settings.metrics_table), settings.tenant)
    stream = KinesisEventStream(clients.kinesis(), settings.stream)
    return TakingEvents(settings.tenant, keys, stream, time.monotonic)


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """One request. Whatever goes wrong, the sender gets JSON, and 503 if it shall send again."""
    try:
        taken = _taken(event)
    except Exception as error:  # the sender must be told to try again, whatever it was
        logger.warning("not taken", error=type(error).__name__)
        taken = Taken(503, {"error": "send-again"})
    return {
        "statusCode": taken.status,
        "headers": _HEADERS,
        "body": json.dumps(taken.content, separators=(",", ":")),
    }


def _taken(event: dict[str, Any]) -> Taken:
    if [part for part in str(event.get("rawPath", "")).split("/") if part] != PATH:
        return Taken(404, {"error": "no-such-path"})
    body = event.get("body") or ""
    try:
        content = base64.b64decode(body) if event.get("isBase64Encoded") else body.encode("utf-8", "surrogatepass")
    except binascii.Error:
        return Taken(400, {"error": "no-json"})
    intake = _intake()
    if intake is None:
        return _OFF
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return intake.take(Posted(content, headers, time.time_ns() // 1_000_000))
