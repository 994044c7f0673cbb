"""Plain HTTP for the tests of the gateway."""

import http.client
import json
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

from mlew.documents.customer_file import render_customer
from mlew.domain.journey import JourneyDraft
from tests.unit.rehearsal.customers_en import THEATRE
from tests.unit.rehearsal.rehearsing import request


def ask(
    url: str, method: str, path: str, body: object = None, *, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], Any]:
    """Status, headers and the JSON of the answer."""
    place = urlsplit(url)
    with closing(http.client.HTTPConnection(place.hostname or "", place.port, timeout=20)) as connection:
        sent = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        connection.request(method, path, body=sent, headers=headers or {})
        response = connection.getresponse()
        content = response.read()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, json.loads(content or b"null")


def listen_request() -> dict[str, Any]:
    """A call that the rehearsal model answers."""
    return request("listen", "en", JourneyDraft, {"customer": render_customer((THEATRE[0],), "en")})
