"""A mock's site on this machine, with the headers that the distribution sends."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mlew.domain.site import START, Site, SiteFile

STRICT_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_PATIENCE = 60  # seconds until what is waited for counts as missing


class Served:
    """`url`: of the landing page, below a path as in production. `requests`: paths that were asked for.

    `events`: bodies that a tracker has sent.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.requests: list[str] = []
        self.events: list[bytes] = []
        self._sent = threading.Condition()

    def take(self, body: bytes) -> None:
        """One more of `events`."""
        with self._sent:
            self.events.append(body)
            self._sent.notify_all()

    def wait(self, enough: Callable[[], bool]) -> bool:
        """Until it holds, looked at whenever something was sent; whether it does in the end."""
        with self._sent:
            return self._sent.wait_for(enough, timeout=_PATIENCE)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is left breaks its connections off."""


@contextmanager
def serving(site: Site, *, below: str = "/m/0123456789abcdef/") -> Iterator[Served]:
    """Clean URLs as the edge function has them; `POST /v1/events` is accepted and kept."""
    files = {file.path: file for file in site}
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            served.requests.append(path)
            inside = path.removeprefix(below) if path.startswith(below) else None
            name = f"{inside}{START}" if inside is not None and (not inside or inside.endswith("/")) else inside
            file = files.get(name or "")
            self._answer(200, file) if file else self._answer(404, _MISSING)

        def do_POST(self) -> None:
            served.take(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
            self._answer(202, SiteFile(path="", content=b'{"accepted":1,"refused":[]}', media="application/json"))

        def _answer(self, status: int, file: SiteFile) -> None:
            self.send_response(status)
            self.send_header("Content-Type", file.media)
            self.send_header("Content-Length", str(len(file.content)))
            self.send_header("Content-Security-Policy", STRICT_CSP)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(file.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – named so by http.server
            """Tests look at `requests` instead."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        served.url = f"http://127.0.0.1:{server.server_port}{below}"
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


_MISSING = SiteFile(path="", content=b"not found", media="text/plain; charset=utf-8")
