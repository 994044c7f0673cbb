"""A MockSpec served on this machine only, under the rules that the edge has for mocks."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from mlew.cli.mocks.preview_site import PreviewSite

HERE = "127.0.0.1"
VERSION = "-/version"
_LARGEST_BODY = 1_000_000


class PreviewServer(ThreadingHTTPServer):
    """`port` 0: any that is free."""

    daemon_threads = True

    def __init__(self, site: PreviewSite, port: int) -> None:
        self.site = site
        super().__init__((HERE, port), _Answer)

    @property
    def address(self) -> str:
        """What a browser takes."""
        return f"http://{HERE}:{self.server_address[1]}/"


class _Answer(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        if self._is_somebody_elses():
            return
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if path == VERSION:
            self._send(HTTPStatus.OK, "text/plain", self.server.site.version().encode())
            return
        file = self.server.site.file(path)
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"404")
        else:
            self._send(HTTPStatus.OK, file.media, file.content)

    def do_POST(self) -> None:
        """Events and answers are taken and thrown away: nobody is counted here."""
        self.rfile.read(min(int(self.headers.get("Content-Length") or 0), _LARGEST_BODY))
        if not self._is_somebody_elses():
            self._send(HTTPStatus.ACCEPTED, "application/json", b'{"accepted": 0, "refused": []}')

    def log_message(self, *_: object) -> None:
        """The terminal is the person's."""

    def _is_somebody_elses(self) -> bool:
        """A page of another site that names this address as its own host gets nothing."""
        if (self.headers.get("Host") or "") in (
            f"{host}:{self.server.server_address[1]}" for host in (HERE, "localhost")
        ):
            return False
        self._send(HTTPStatus.FORBIDDEN, "text/plain", b"403")
        return True

    def _send(self, status: HTTPStatus, media: str, body: bytes) -> None:
        from infra.constructs.content_policy import OURS

        self.send_response(status)
        self.send_header("Content-Type", f"{media}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", OURS)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
