"""The intake: a request is checked, its key looked up, and what is good of it put on the stream."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mlew.domain.click_record import Agent, ClickRecord
from mlew.errors import MlewError
from mlew.metrics.agents import agent_of
from mlew.metrics.delivery import Delivery, Unreadable, Visit
from mlew.metrics.wire import read_request
from mlew.ports.event_stream import EventStream
from mlew.ports.tracking import TrackingKeys
from mlew.services.key_cache import KeyCache
from mlew.services.request_rate import RequestRate

LONGEST_KEY = 128
_TOO_LARGE = frozenset(("too-large", "too-many-events"))


class Posted(NamedTuple):
    """`headers` with names in lower case. `arrived`: milliseconds since 1970."""

    body: bytes
    headers: Mapping[str, str]
    arrived: int


class Taken(NamedTuple):
    """An HTTP status, and what the sender is told. 429 and 5xx: send all of it again; else never again."""

    status: int
    content: dict[str, object]


class TakingEvents:
    """Of one tenant; kept between requests, since it remembers keys and rates."""

    def __init__(self, tenant: str, keys: TrackingKeys, stream: EventStream, seconds: Callable[[], float]) -> None:
        """`seconds`: a clock that never goes back."""
        self._tenant = tenant
        self._keys = KeyCache(keys, seconds)
        self._rate = RequestRate(seconds)
        self._stream = stream

    def take(self, posted: Posted) -> Taken:
        """Never raises for what was posted. Returns when the events are durable, or with why they are not."""
        try:
            delivery = read_request(posted.body, posted.arrived)
        except Unreadable as error:
            return _no(413 if str(error) in _TOO_LARGE else 400, str(error))
        key = delivery.key or posted.headers.get("x-api-key", "")
        try:
            mock = self._keys.mock_of(key) if 0 < len(key) <= LONGEST_KEY and key.isascii() else None
            if mock is None:
                return _no(401, "unknown-key")
            if not self._rate.admits(mock):
                return _no(429, "too-many-requests")
            for visit in delivery.visits:
                self._put(mock, visit, delivery, posted)
        except MlewError:
            return _no(503, "send-again")
        return Taken(202, {"accepted": delivery.accepted, "refused": delivery.refused})

    def _put(self, mock: str, visit: Visit, delivery: Delivery, posted: Posted) -> None:
        agent: Agent = agent_of(posted.headers)
        record = ClickRecord.model_construct(
            tenant=self._tenant,
            mock=mock,
            session=visit.session,
            code=visit.code,
            preview=visit.preview,
            agent=agent,
            arrived=posted.arrived,
            source=delivery.source,
            events=tuple(visit.events),
            refused=tuple(visit.refused),
        )
        if visit.events or visit.refused:
            self._stream.put(record)


def _no(status: int, error: str) -> Taken:
    return Taken(status, {"error": error})
