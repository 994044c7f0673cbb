"""GenU's API over HTTP: the routes of its use case builder, with the ID token as GenU's own pages send it."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from mlew.adapters.http_exchange import HttpAnswer, Unreachable, exchange
from mlew.errors import InputError, NotFound, SetupError
from mlew.ports.genu_site import KeptUseCase, Unsettled

WAITS = (1.0, 2.0, 4.0, 8.0)
LONGEST_WAIT = 60.0
_SIGN_IN = "genu.again"
_ADDRESS = "genu.address"


class HttpGenuSite:
    """See GenuSite. `api_url`: base of the API; `token`: ID token, kept in memory only; `pause` waits seconds.

    Throttling is waited out, whatever was asked. Faults of the server are tried again where that does no harm.
    """

    def __init__(self, api_url: str, token: str, *, pause: Callable[[float], None]) -> None:
        self._base = api_url.rstrip("/")
        self._token = token
        self._pause = pause

    def mine(self) -> tuple[KeptUseCase, ...]:
        """See GenuSite. Pages of 30, each naming where the next one begins."""
        found: list[KeptUseCase] = []
        query = ""
        while True:
            page = self._ask("GET", f"/usecases{query}")
            entries = page.get("data")
            if not isinstance(entries, list):
                raise SetupError.told("genu.odd-list", hint=_ADDRESS)
            found += [_kept(entry) for entry in entries if entry.get("isMyUseCase", True)]
            last = page.get("lastEvaluatedKey")
            if not last:
                return tuple(found)
            query = f"?exclusiveStartKey={quote(str(last), safe='')}"

    def content(self, identifier: str) -> Mapping[str, Any]:
        """See GenuSite."""
        return self._ask("GET", f"/usecases/{quote(identifier, safe='')}")

    def create(self, content: Mapping[str, Any]) -> str:
        """See GenuSite. Like GenU's page, says nothing about an empty description."""
        answer = self._ask("POST", "/usecases", _body(content), again=False)
        identifier = answer.get("useCaseId")
        if not isinstance(identifier, str):
            raise Unsettled.told("genu.unnamed")
        return identifier

    def update(self, identifier: str, content: Mapping[str, Any]) -> None:
        """See GenuSite."""
        self._ask("PUT", f"/usecases/{quote(identifier, safe='')}", _body(content))

    def flip_shared(self, identifier: str) -> bool:
        """See GenuSite."""
        answer = self._ask("PUT", f"/usecases/{quote(identifier, safe='')}/shared", {}, again=False)
        return answer.get("isShared") is True

    def _ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, again: bool = True
    ) -> dict[str, Any]:
        """`again`: the call may be repeated if nobody knows whether it was carried out."""
        for wait in (*WAITS, None):
            try:
                answer = self._exchange(method, path, body)
            except Unreachable as error:
                failure = SetupError.told("genu.unreachable", hint=_ADDRESS, error=error)
            else:
                if answer.status < HTTPStatus.INTERNAL_SERVER_ERROR and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
                    return _read(answer)
                failure = SetupError.told("genu.answered-plain", status=answer.status, said=_said(answer))
                if answer.status == HTTPStatus.TOO_MANY_REQUESTS and wait is not None:
                    self._pause(_asked_to_wait(answer) or wait)
                    continue
            if not again:
                raise Unsettled.like(failure) from failure
            if wait is None:
                raise failure
            self._pause(wait)
        raise AssertionError("the last try returns or raises")

    def _exchange(self, method: str, path: str, body: Mapping[str, Any] | None) -> HttpAnswer:
        sent = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
        headers = {"Authorization": self._token, "Content-Type": "application/json"}
        return exchange(method, self._base + path, body=sent, headers=headers)


def _read(answer: HttpAnswer) -> dict[str, Any]:
    match answer.status:
        case HTTPStatus.UNAUTHORIZED:
            raise SetupError.told("genu.not-signed-in", hint=_SIGN_IN)
        case HTTPStatus.FORBIDDEN:
            raise SetupError.told("genu.not-allowed", said=_said(answer))
        case HTTPStatus.NOT_FOUND:
            raise NotFound.told("genu.unknown", said=_said(answer))
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            raise InputError.told("genu.too-large")
    if answer.status >= HTTPStatus.MULTIPLE_CHOICES:
        raise SetupError.told("genu.answered", hint=_ADDRESS, status=answer.status, said=_said(answer))
    try:
        read = json.loads(answer.body)
    except ValueError as error:
        raise SetupError.told("genu.no-api", hint=_ADDRESS) from error
    if not isinstance(read, dict):
        raise SetupError.told("genu.no-api", hint=_ADDRESS)
    return read


def _said(answer: HttpAnswer) -> str:
    """The message of an error, short."""
    try:
        message = json.loads(answer.body).get("message", "")
    except (ValueError, AttributeError):
        message = ""
    return str(message)[:200] or f"HTTP {answer.status}"


def _asked_to_wait(answer: HttpAnswer) -> float:
    asked = answer.headers.get("retry-after", "")
    return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else 0.0


def _kept(entry: Mapping[str, Any]) -> KeptUseCase:
    return KeptUseCase(
        id=str(entry["useCaseId"]), title=str(entry.get("title", "")), shared=entry.get("isShared") is True
    )


def _body(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if not (key == "description" and value == "")}
