"""Visitors through intake and counting without HTTP: both as in the functions, over stores in memory that count."""

import time
from datetime import datetime
from random import Random

from bench.metered_store import MeteredStore
from bench.visitors.course import SCREENS
from bench.visitors.traffic import Session, links, traffic
from bench.visitors.wire import body, headers
from mlew.adapters.items import number
from mlew.adapters.visit_items import size
from mlew.adapters.visit_store import BUCKET
from mlew.domain.delivered import Delivered
from mlew.domain.tally import Names, Rollup
from mlew.domain.tally import Session as Seen
from mlew.domain.voice import Voice
from mlew.metrics.buckets import QUARTER
from mlew.ports.metrics_reader import MetricsReader
from mlew.ports.tracking import TrackedLink
from mlew.services.counting_events import CountingEvents
from mlew.services.taking_events import Posted, TakingEvents
from tests.fakes.event_stream import InMemoryEventStream
from tests.fakes.tracking import InMemoryTrackingKeys

TENANT, MOCK, KEY = "example-customer", "m0ck000000000001", "k" * 32
BEGIN = 1_790_000_000_000 // QUARTER * QUARTER
PAYLOAD = 25 * 1024  # bytes of a PUT unit
READ = 4096  # bytes of a read unit
PAGE = 1024 * 1024  # bytes of one answer to a query
_BATCH = 1000


class CountedTraffic(MetricsReader):
    """One mock. `requests`, `events`, `puts` so far; `calls`, `units`, `bytes`: read since `forget_reading`."""

    def __init__(self, a_request: int, seed: int = 1) -> None:
        self.random = Random(seed)
        self.store = MeteredStore(f"{TENANT}#{MOCK}")
        self.keys = InMemoryTrackingKeys()
        self.links = links(self.random)
        self.keys.add_key(KEY, MOCK, "Asia/Tokyo", SCREENS)
        self.keys.add_links(MOCK, [TrackedLink(link.code, link.population, link.personal) for link in self.links])
        self._stream, self._seconds, self._a_request = InMemoryEventStream(), 0.0, a_request
        self._taking = TakingEvents(TENANT, self.keys, self._stream, self._clock)
        self._counting = CountingEvents(self.store, self.keys)
        self._sequence = self.requests = self.events = self.puts = 0
        self.taking_seconds = 0.0
        self.forget_reading()

    def come(self, sessions: int, *, span: int) -> list[Session]:
        """So many more, within `span` ms from BEGIN."""
        more = traffic(self.random, self.links, sessions, begin=BEGIN, span=span, a_request=self._a_request)
        come = list(more)
        for session in come:
            self._send(session)
        self._count()
        return come

    def forget_reading(self) -> None:
        self.calls, self.units, self.bytes = 0, 0, 0

    def rollups(self, mock: str, begin: datetime | None = None, end: datetime | None = None) -> list[Rollup]:
        """See the port; metered."""
        found = [Rollup(key, dict(counts)) for key, counts in self.store.rolled_up().items()]
        self._read(sum(self._bytes(rollup) for rollup in found))
        return found

    def names(self, mock: str) -> Names | None:
        """See the port; metered."""
        found = self.store.names(mock)
        self._read(sum(len(name.encode()) + 4 for name in (*found.steps, *found.elements)) if found else 0)
        return found

    def voices(self, mock: str, after: str = "", limit: int = 50) -> tuple[list[Voice], str]:
        """Not part of a summary."""
        return [], ""

    def sessions(self, mock: str, after: str = "", limit: int = 100) -> tuple[list[Seen], str]:
        """Not part of a summary."""
        return [], ""

    def _send(self, session: Session) -> None:
        for request in (r for r in session.requests if r.arrives for _ in range(1 + r.again)):
            content = body(session, request, KEY, request.deeds[-1].at)
            posted = Posted(content, {n.lower(): v for n, v in headers(session, KEY).items()}, request.deeds[-1].at)
            begun = time.process_time()
            taken = self._taking.take(posted)
            self.taking_seconds += time.process_time() - begun
            assert taken.status == 202, taken
            self.requests += 1
        self.events += sum(not deed.fault for r in session.requests if r.arrives for deed in r.deeds)

    def _count(self) -> None:
        records, self._stream.records = self._stream.records, []
        self.puts += sum(-(-len(record.to_bytes()) // PAYLOAD) for record in records)
        for start in range(0, len(records), _BATCH):
            batch = [
                Delivered(self._sequence + n, one) for n, one in enumerate(records[start : start + _BATCH], start=1)
            ]
            self._sequence += len(batch)
            assert self._counting.count("events.0", batch) is None

    def _read(self, bytes_: int) -> None:
        self.calls += max(1, -(-bytes_ // PAGE))
        self.units += max(1, -(-bytes_ // READ))
        self.bytes += bytes_

    def _bytes(self, rollup: Rollup) -> int:
        item = {name: number(value) for name, value in rollup.counts.items()}
        return size(f"{TENANT}#{MOCK}", BUCKET + rollup.key, item)

    def _clock(self) -> float:
        """No request is one too many."""
        self._seconds += 1.0
        return self._seconds
