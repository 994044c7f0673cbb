"""The HTTP server of the gateway: loopback only, one thread a call."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from mlew.gateway.backend import JSON, Answer, Backend, error_answer
from mlew.rehearsal.converse_errors import ConverseError, InternalServerException

LOOPBACK = "127.0.0.1"
_LARGEST_BODY = 100 * 1024 * 1024  # 20 pictures of 3.75 MB in base64


class GatewayServer(ThreadingHTTPServer):
    """`POST /model/{modelId}/converse`, `GET /health`, and the backend's own paths."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 256

    def __init__(self, backend: Backend, port: int = 0) -> None:
        """Port 0 takes a free one. Raises OSError if the port is taken."""
        self.backend = backend
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{LOOPBACK}:{self.server_address[1]}"

    def server_close(self) -> None:
        """Let go of waiting calls too."""
        self.backend.close()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hung up is no event."""


@contextmanager
def serving(backend: Backend, port: int = 0) -> Iterator[GatewayServer]:
    """A server in a thread of this process, closed at the end."""
    server = GatewayServer(backend, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: GatewayServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(b"")

    def do_DELETE(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _LARGEST_BODY:
            self.close_connection = True
            self._send(_refused(HTTPStatus.LENGTH_REQUIRED, "Send Content-Length, at most 100 MB."))
            return
        self._answer(self.rfile.read(int(length)))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - name of the base class
        """Nothing: paths and errors are seen by the caller, and bodies are customers' texts."""

    def _answer(self, body: bytes) -> None:
        if not self._asked_here():
            self._send(_refused(HTTPStatus.FORBIDDEN, "Ask by a loopback address."))
            return
        try:
            answer = self._routed(body)
        except ConverseError as error:
            answer = error_answer(error)
        except Exception as error:  # the caller has to learn that this is a defect here, not wait for ever
            answer = error_answer(InternalServerException(f"The gateway failed: {type(error).__name__}: {error}"))
        if answer is None:
            self.close_connection = True
        else:
            self._send(answer)

    def _routed(self, body: bytes) -> Answer | None:
        path = urlsplit(self.path).path
        if self.command == "GET" and path == "/health":
            return Answer(HTTPStatus.OK, b'{"status": "ok"}')
        parts = path.split("/")
        if self.command == "POST" and path.startswith("/model/") and parts[-1] == "converse":
            model_id = unquote("/".join(parts[2:-1]))
            return self.server.backend.converse(model_id, body, dict(self.headers.items()))
        return self.server.backend.control(self.command, path, body) or _refused(
            HTTPStatus.NOT_FOUND, f"Nothing answers at {self.command} {path}."
        )

    def _asked_here(self) -> bool:
        """A page in a browser may reach this port by a name of its own; its Host header gives it away."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return host in (LOOPBACK, "localhost", "::1")

    def _send(self, answer: Answer) -> None:
        with suppress(ConnectionError):
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)


def _refused(status: HTTPStatus, message: str) -> Answer:
    return Answer(status, json.dumps({"message": message}).encode(), {"Content-Type": JSON})
