"""Talk to a running emulator itself, not to the services it offers."""

import http.client
import json
from typing import Any

from infra.embedded.listening_socket import LOOPBACK

HEALTH = "/_ministack/health"
TOKEN_HEADER = "x-mlew-admin-token"  # noqa: S105 - a header's name
TIME_LIMIT = 30.0  # seconds; a start on a busy machine, or a save of much state


def await_health(port: int) -> None:
    """Return when the emulator answers that it is well.

    Its socket listens before the process does anything, so the question waits there until it is served.
    Raises OSError or HTTPException if the process ends instead, or answers anything else.
    """
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=TIME_LIMIT)
    try:
        connection.request("GET", HEALTH)
        status = connection.getresponse().status
    finally:
        connection.close()
    if status != http.HTTPStatus.OK:
        raise http.client.HTTPException(f"the health check was answered with {status}")


def post(port: int, path: str, token: str, body: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request that only the owner of the emulator may make."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=TIME_LIMIT)
    try:
        connection.request("POST", path, body=json.dumps(body), headers={TOKEN_HEADER: token})
        answer: dict[str, Any] = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    return answer
