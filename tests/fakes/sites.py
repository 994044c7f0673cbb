"""Sites of mocks, and a visitor who sees what the edge would show of them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import unquote, urlsplit

from mlew.domain.base import Locale
from mlew.domain.mock import MockOrigin
from mlew.domain.site import START, Pointer, SiteFile
from mlew.ports.site_host import SiteHost
from mlew.ports.site_visitor import SiteVisitor, Visit

STRICT = "default-src 'none'; style-src 'self'; script-src 'self'"


class InMemorySiteHost(SiteHost):
    """`files`: by mock, version and path, in the order in which they were stored; all of them long ago."""

    def __init__(self) -> None:
        self.files: dict[tuple[str, str, str], SiteFile] = {}
        self.pointers: dict[str, Pointer] = {}

    def put(self, mock_id: str, version: str, files: tuple[SiteFile, ...]) -> None:
        for file in files:
            self.files.pop((mock_id, version, file.path), None)
            self.files[mock_id, version, file.path] = file

    def point(
        self,
        mock_id: str,
        version: str,
        *,
        kind: MockOrigin,
        locale: Locale,
        signing_key: str = "",
        folders: tuple[str, ...] = (),
    ) -> None:
        self.pointers[mock_id] = Pointer(
            version=version, kind=kind, locale=locale, signing_key=signing_key, folders=folders
        )

    def bury(self, mock_id: str, locale: Locale) -> None:
        self.pointers[mock_id] = Pointer(locale=locale, gone=True)

    def pointer(self, mock_id: str) -> Pointer | None:
        return self.pointers.get(mock_id)

    def remove_older(self, mock_id: str, *, keep: Collection[str], now: datetime) -> int:
        others = list(dict.fromkeys(version for mock, version, _ in self.files if mock == mock_id))
        old = [version for version in others if version not in keep][:-1]
        return self._remove([key for key in self.files if key[0] == mock_id and key[1] in old])

    def remove_files(self, mock_id: str) -> int:
        return self._remove([key for key in self.files if key[0] == mock_id])

    def _remove(self, keys: list[tuple[str, str, str]]) -> int:
        for key in keys:
            del self.files[key]
        return len(keys)


@dataclass
class FakeVisitor(SiteVisitor):
    """What the edge answers. `broken`: path → what is served instead; `behind`: the edge shows an old pointer."""

    host: InMemorySiteHost
    broken: dict[str, Visit] = field(default_factory=dict)
    behind: dict[str, Pointer] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-security-policy": STRICT})
    asked: list[str] = field(default_factory=list)
    posted: list[tuple[str, bytes]] = field(default_factory=list)
    takes: int = 202

    def get(self, url: str, *, cookie: str = "") -> Visit:
        self.asked.append(url)
        _, _, mock_id, path = unquote(urlsplit(url).path).split("/", 3)
        pointer = self.behind.get(mock_id) or self.host.pointer(mock_id)
        if pointer is None or pointer.gone:
            return Visit(410 if pointer else 404, {}, b"")
        if pointer.signing_key and f"mlew-pass-{mock_id}=" not in cookie:
            return Visit(401, {}, b"passcode?")
        path = f"{path}{START}" if not path or path.endswith("/") else path
        if path in self.broken:
            return self.broken[path]
        file = self.host.files.get((mock_id, pointer.version, path))
        if file is None:
            return Visit(404, {}, b"")
        return Visit(200, {"content-type": file.media, **self.headers}, file.content)

    def post(self, url: str, body: bytes) -> Visit:
        """Takes every event; `takes`: with this status."""
        self.posted.append((url, body))
        answer = {"accepted": len(json.loads(body)["e"]), "refused": []}
        return Visit(self.takes, {}, json.dumps(answer).encode())
