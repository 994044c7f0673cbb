"""Sites made elsewhere as their distribution serves them: the edge's own function, its policy, and an intake."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from infra.constructs.content_policy import SITES
from infra.constructs.edge_source import mocks_source
from mlew.domain.site import site_version
from mlew.mocks.sites.preparing import PreparedSite
from tests.browser.mock_site import MockSite
from tests.unit.edge.edge_function import Answer, EdgeFunction
from tests.unit.mocks.sites.made_elsewhere import BASE, ID


class _Handler(BaseHTTPRequestHandler):
    edge: EdgeFunction
    files: dict[str, tuple[str, bytes]]
    intake: MockSite
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        answer = self.edge.get(parts.path, query=parts.query)
        if "statusCode" in answer:
            self._answer_of_edge(answer)
            return
        file = self.files.get(unquote(answer["uri"]))
        self._send(200, *file) if file else self._send(404, "text/plain", b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.intake.take(body) if urlsplit(self.path).path == "/v1/events" else 404
        self._send(status, "application/json", b"{}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – named so by http.server
        """Quiet."""

    def _answer_of_edge(self, answer: Answer) -> None:
        given = {name: one["value"] for name, one in answer["headers"].items()}
        self._send(answer["statusCode"], given.pop("content-type"), answer["body"].encode(), **given)

    def _send(self, status: int, media: str, content: bytes, **headers: str) -> None:
        self.send_response(status)
        text = media.startswith("text/") and "charset" not in media
        self.send_header("Content-Type", f"{media}; charset=utf-8" if text else media)
        self.send_header("Content-Length", str(len(content)))
        headers.setdefault("content-security-policy", SITES)
        for name, value in {**headers, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is left breaks its connections off."""


@contextmanager
def edge_serving(site: PreparedSite) -> Iterator[MockSite]:
    """`origin` of what is yielded; the site stands below BASE of the unit tests."""
    version = site_version(site.files)
    pointer = json.dumps({"v": version, "o": "site", "l": "en", "f": list(site.folders)})
    intake = MockSite()
    known = {
        "edge": EdgeFunction(mocks_source("site"), {ID: pointer}),
        "files": {f"/sites/{ID}/{version}/{file.path}": (file.media, file.content) for file in site.files},
        "intake": intake,
    }
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), known))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    intake.origin = f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    try:
        yield intake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
