"""The model gateway's own paths: how it shall misbehave, and what it was asked."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit


class Gateway:
    """A running gateway with the rehearsal model."""

    def __init__(self, url: str) -> None:
        self._address = str(urlsplit(url).netloc)

    def misbehave(self, faults: str) -> None:
        """Such as "throttle=0.3,seed=7"; "" for not at all."""
        self._send("POST", "/_rehearsal/faults", {"faults": faults})

    @contextmanager
    def misbehaving(self, faults: str) -> Iterator[None]:
        """For a while; counts start at zero."""
        self._send("DELETE", "/_rehearsal/stats")
        self.misbehave(faults)
        try:
            yield
        finally:
            self.misbehave("")

    def stats(self) -> dict[str, Any]:
        """Counts of calls, faults, requests and answers; see `RehearsalModel.stats`."""
        return self._send("GET", "/_rehearsal/stats")

    def paid_twice(self) -> list[str]:
        """Hashes of the requests that were answered more than once."""
        return [name for name, times in self.stats()["paid"].items() if times > 1]

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        with closing(http.client.HTTPConnection(self._address, timeout=120)) as connection:
            connection.request(method, path, body=json.dumps(body or {}))
            response = connection.getresponse()
            answer: dict[str, Any] = json.loads(response.read())
        assert response.status == http.HTTPStatus.OK, answer
        return answer
