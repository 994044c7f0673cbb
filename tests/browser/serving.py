"""A mock's site on this machine, with the headers that the distribution sends (DESIGN §6)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mlew.domain.site import START, Site, SiteFile

STRICT_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Served:
    """`url`: of the landing page, below a path as in production. `requests`: paths that were asked for."""

    def __init__(self, url: str, requests: list[str], events: list[bytes]) -> None:
        self.url = url
        self.requests = requests
        self.events = events


@contextmanager
def serving(site: Site, *, below: str = "/m/0123456789abcdef/") -> Iterator[Served]:
    """Clean URLs as the edge function has them; `POST /v1/events` is accepted and kept."""
    files = {file.path: file for file in site}
    requests: list[str] = []
    events: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            requests.append(path)
            inside = path.removeprefix(below) if path.startswith(below) else None
            name = f"{inside}{START}" if inside is not None and (not inside or inside.endswith("/")) else inside
            file = files.get(name or "")
            self._answer(200, file) if file else self._answer(404, _MISSING)

        def do_POST(self) -> None:
            events.append(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
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

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}{below}", requests, events)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


_MISSING = SiteFile(path="", content=b"not found", media="text/plain; charset=utf-8")
