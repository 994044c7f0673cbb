"""GenU's pages and API over HTTP, on this machine: routes, paging, headers and answers as the real one has them."""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = 30
TOKEN = "header.payload.signature"


@dataclass
class GenuServer:
    """`user_of`: token → user name, None for one that is not accepted. `faults`: statuses to answer the next API calls
    with, instead of carrying them out; a negative one carries the call out first. `asked`: method and path."""

    url: str = ""
    user_of: Callable[[str], str | None] = lambda token: "u-1" if token == TOKEN else None
    user_pool: str = "ap-northeast-1_AbCdEf123"
    client_id: str = "4k0pqexample"
    items: list[dict[str, Any]] = field(default_factory=list)
    faults: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    retry_after: str = ""
    largest: int = 400_000

    def bundle(self) -> str:
        """The script of the start page, as the bundler leaves it."""
        users = f'userPoolId:"{self.user_pool}",userPoolClientId:"{self.client_id}",identityPoolId:"ap-northeast-1:1"'
        api = f'y=z.create({{baseURL:"{self.url}/api/"}})'
        return f"const x={{baseURL:void 0}},{api};A.configure({{Auth:{{Cognito:{{{users}}}}}}});"

    def call(self, method: str, path: str, token: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """One call of the API."""
        user = self.user_of(token)
        if user is None:
            return 401, {"message": "Unauthorized"}
        self.asked.append(f"{method} {path}")
        fault = self.faults.pop(0) if self.faults else 0
        answer = (0, {}) if fault > 0 else self._carried_out(method, path, user, body)
        return (abs(fault), {"message": "Internal Server Error"}) if fault else answer

    def _carried_out(self, method: str, path: str, user: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        parts = urlsplit(path)
        match method, parts.path.strip("/").split("/"):
            case "GET", ["usecases"]:
                return 200, self._page(user, parse_qs(parts.query).get("exclusiveStartKey", [""])[0])
            case "POST", ["usecases"]:
                return self._created(user, body)
            case "GET", ["usecases", identifier]:
                found = self._found(identifier, user)
                return (200, {**found, "isMyUseCase": True}) if found else (404, {"message": "Use case not found"})
            case "PUT", ["usecases", identifier]:
                found = self._found(identifier, user)
                if found:
                    found.update({"description": "", **body})
                return 200, {}
            case "PUT", ["usecases", identifier, "shared"]:
                found = self._found(identifier, user)
                if found:
                    found["isShared"] = not found["isShared"]
                return 200, {"isShared": bool(found and found["isShared"])}
        return 403, {"message": "Missing Authentication Token"}

    def _page(self, user: str, start: str) -> dict[str, Any]:
        newest = [item for item in reversed(self.items) if item["user"] == user]
        at = json.loads(base64.b64decode(start))["at"] if start else 0
        page = [{k: v for k, v in i.items() if k != "promptTemplate"} for i in newest[at : at + PAGE]]
        more = at + PAGE < len(newest)
        key = base64.b64encode(json.dumps({"at": at + PAGE, "id": "¿?>"}, ensure_ascii=False).encode()).decode()
        return {"data": [{**i, "isMyUseCase": True} for i in page], **({"lastEvaluatedKey": key} if more else {})}

    def _created(self, user: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if len(json.dumps(body, ensure_ascii=False).encode()) > self.largest:
            return 500, {"message": "Internal Server Error"}
        item = {**body, "user": user, "useCaseId": f"id-{len(self.items) + 1}", "isShared": False}
        self.items.append(item)
        return 200, {**item, "isMyUseCase": True}

    def _found(self, identifier: str, user: str) -> dict[str, Any] | None:
        return next((i for i in self.items if i["useCaseId"] == identifier and i["user"] == user), None)


@contextmanager
def genu_server(**options: Any) -> Iterator[GenuServer]:
    """It runs on any free port."""
    server = GenuServer(**options)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path.startswith("/api/"):
                token = self.headers.get("Authorization") or ""
                status, content = server.call(self.command, self.path[4:], token, json.loads(body or b"{}"))
                self._send(status, json.dumps(content).encode(), "application/json")
            elif self.path == "/assets/index-1a2b.js":
                self._send(200, server.bundle().encode(), "text/javascript")
            else:
                page = b'<!doctype html><script type="module" crossorigin src="/assets/index-1a2b.js"></script>'
                self._send(200, page, "text/html")

        def _send(self, status: int, content: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            if server.retry_after:
                self.send_header("Retry-After", server.retry_after)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Nothing on stderr."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        server.url = f"http://127.0.0.1:{listener.server_port}"
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()
