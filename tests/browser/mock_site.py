"""A server with pages and an intake that can be slow or fail, and that knows what has arrived."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import time_ns
from typing import NamedTuple
from urllib.parse import urlsplit

from mlew.domain.click_record import ClickEvent
from mlew.metrics.delivery import Delivery
from mlew.metrics.wire import read_request

STATIC = Path(__file__).parents[2] / "functions" / "mlew" / "mocks" / "static"
_PATIENCE = 60  # seconds until what is waited for counts as missing


class Arrived(NamedTuple):
    """An event as the intake has read it, and the session it belongs to."""

    session: str
    event: ClickEvent


class MockSite:
    """`pages`: HTML by path. `latency`: seconds until a post is answered. `answers`: statuses of the next posts.

    `status` of all others. Only what is answered 202 counts as arrived, as it would be with the real intake.
    """

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.latency = 0.0
        self.answers: list[int] = []
        self.status = 202
        self.posts = 0
        self.deliveries: list[Delivery] = []
        self.origin = ""
        self._changed = threading.Condition()
        self._never = threading.Event()
        self._going = threading.Event()
        self._going.set()

    def take(self, body: bytes) -> int:
        """The status for a post."""
        with self._changed:
            status = self.answers.pop(0) if self.answers else self.status
        self._never.wait(self.latency)
        self._going.wait(_PATIENCE)
        with self._changed:
            self.posts += 1
            if status == 202:
                self.deliveries.append(read_request(body, time_ns() // 1_000_000))
            self._changed.notify_all()
        return status

    @contextmanager
    def holding(self) -> Iterator[None]:
        """No post is answered meanwhile."""
        self._going.clear()
        yield
        self._going.set()

    @property
    def arrived(self) -> list[Arrived]:
        """Each event once, as the aggregator counts them: by session and number, first come."""
        found: dict[tuple[str, int, str], Arrived] = {}
        for delivery in self.deliveries:
            for visit in delivery.visits:
                for event in visit.events:
                    found.setdefault((visit.session, event.n, event.id), Arrived(visit.session, event))
        return list(found.values())

    def named(self, kind: str) -> list[str]:
        """Names of the events of a kind, or their pages if it is views."""
        return [a.event.page if kind == "view" else a.event.name for a in self.arrived if a.event.kind == kind]

    def wait(self, enough: Callable[[], bool]) -> bool:
        """Until it holds, looked at after every post; whether it does in the end."""
        with self._changed:
            return self._changed.wait_for(enough, timeout=_PATIENCE)


class _Handler(BaseHTTPRequestHandler):
    site: MockSite
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.endswith(".js"):
            self._answer(200, "text/javascript", (STATIC / path.rpartition("/")[2]).read_bytes())
        elif path in self.site.pages:
            self._answer(200, "text/html; charset=utf-8", self.site.pages[path].encode())
        else:
            self._answer(404, "text/plain", b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(self.site.take(body), "application/json", b"{}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""

    def _answer(self, status: int, media: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Access-Control-Allow-Origin", "*")
        # Left for good: no page is kept in memory, which is what the measurements of TARGETS ask for.
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is left breaks its connections off."""


@contextmanager
def serving() -> Iterator[MockSite]:
    """A site on a free port of this machine."""
    site = MockSite()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    site.origin = f"http://127.0.0.1:{server.server_address[1]}"
    yield site
    server.shutdown()
    thread.join()
    server.server_close()
