"""Sending what visitors do, as browsers do: several connections at once, each kept open, and again if told so."""

import heapq
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import urllib3

from bench.visitors.traffic import Request, Session
from bench.visitors.wire import answer, body, headers

PATH = "/v1/events"
PATIENCE = 40
"""Tries of one request."""
_LATER = 30_000  # ms of the visitors' time, until a request whose answer was not heard is sent again
_PAUSE = 0.2  # seconds


@dataclass
class Sent:
    """`requests`: that the intake answered, resent ones too; `accepted`: events in them. `wrong`: odd answers."""

    requests: int = 0
    accepted: int = 0
    bytes: int = 0
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Browsers:
    """`origin`: scheme and host that serves the mocks. `keys`: of each session's mock."""

    def __init__(self, origin: str, *, at_once: int, told: Callable[[int], None] = lambda _: None) -> None:
        """`told`: how many requests are answered, after each."""
        place = urlsplit(origin)
        self._host, self._told = place.netloc, told
        self._pool = urllib3.HTTPConnectionPool("127.0.0.1", place.port, maxsize=at_once, timeout=60)
        self._at_once, self._lock = at_once, threading.Lock()

    def send(self, sessions: Iterable[tuple[Session, str]]) -> Sent:
        """Sessions with the key of their mock. A session's requests stay in their order."""
        queues: list[list[tuple[Session, str]]] = [[] for _ in range(self._at_once)]
        for place, one in enumerate(sessions):
            queues[place % self._at_once].append(one)
        sent, begun = Sent(), time.perf_counter()
        threads = [threading.Thread(target=self._work, args=(queue, sent)) for queue in queues]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sent.seconds = time.perf_counter() - begun
        return sent

    def _work(self, queue: list[tuple[Session, str]], sent: Sent) -> None:
        for session, key, request in _in_time(queue):
            self._post(session, key, request, sent)

    def _post(self, session: Session, key: str, request: Request, sent: Sent) -> None:
        for _ in range(PATIENCE):
            content = body(session, request, key, time.time_ns() // 1_000_000)
            given = self._pool.request(
                "POST", PATH, body=content, headers={**headers(session, key), "Host": self._host}, retries=False
            )
            with self._lock:
                sent.statuses[given.status] += 1
                sent.bytes += len(content)
            if given.status == 429 or given.status >= 500:
                time.sleep(_PAUSE)
                continue
            self._note(session, request, given.status, given.data, sent)
            return
        with self._lock:
            sent.wrong.append(f"{session.id}: not taken after {PATIENCE} tries")

    def _note(self, session: Session, request: Request, status: int, data: bytes, sent: Sent) -> None:
        wanted = answer(session, request)
        right = status == 202 and json.loads(data) == wanted
        with self._lock:
            sent.requests += 1
            sent.accepted += int(wanted["accepted"])
            if not right:
                sent.wrong.append(f"{session.format}: {status} {data!r} instead of {wanted}")
            self._told(sent.requests)


def _in_time(queue: list[tuple[Session, str]]) -> Iterator[tuple[Session, str, Request]]:
    """Requests of many sessions as their time comes, those that are sent again some time later."""
    waiting: list[tuple[int, int, Session, str, Request]] = []
    for session, key in queue:
        for request in session.requests:
            if request.arrives:
                at = request.deeds[-1].at
                heapq.heappush(waiting, (at, len(waiting), session, key, request))
                if request.again:
                    heapq.heappush(waiting, (at + _LATER, len(waiting), session, key, request))
    while waiting:
        _, _, session, key, request = heapq.heappop(waiting)
        yield session, key, request
