import http.client
import json
import time
from collections.abc import Mapping
from contextlib import closing
from functools import cached_property
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from mlew.errors import InputError
from mlew.gateway.backend import JSON, Answer
from mlew.gateway.openai_request import chat_request
from mlew.gateway.openai_response import converse_error, converse_response
from mlew.rehearsal.converse_errors import ModelTimeoutException, ServiceUnavailableException, ValidationException

TIME_LIMIT = 900.0


class OpenAiBackend:
    """Any server that speaks OpenAI's chat completions: a local one, or another provider's."""

    def __init__(self, url: str, *, model: str = "", key: str = "", time_limit: float = TIME_LIMIT) -> None:
        """`url`: base, with /v1 if the server has it (added if there is no path). `model`: "" takes the first one that
        the server lists. `key`: sent as bearer token, "" = none. Raises InputError if the URL is none."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError.told("gateway.no-url", url=url)
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        self._base = parts.path.rstrip("/") or "/v1"
        self._model, self._key, self._time_limit = model, key, time_limit

    def converse(self, model_id: str, body: bytes, headers: Mapping[str, str]) -> Answer | None:  # noqa: ARG002
        """See Backend. The model is the configured one: the id of the call is the caller's name for it."""
        try:
            request = json.loads(body)
        except ValueError as error:
            raise ValidationException("The body is not JSON.") from error
        begun = time.perf_counter()
        answer = self._ask("POST", "/chat/completions", chat_request(request, self._served))
        response = converse_response(answer, latency=time.perf_counter() - begun)
        return Answer(HTTPStatus.OK, json.dumps(response, ensure_ascii=False).encode(), {"Content-Type": JSON})

    def control(self, method: str, path: str, body: bytes) -> Answer | None:  # noqa: ARG002
        """See Backend: none."""
        return None

    def close(self) -> None:
        """See Backend: calls end by their own time limit."""

    @cached_property
    def _served(self) -> str:
        if self._model:
            return self._model
        listed = self._ask("GET", "/models").get("data") or []
        if not listed:
            raise ServiceUnavailableException("The server lists no model: name one with --model.")
        return str(listed[0]["id"])

    def _ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        connect = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        headers = {"Content-Type": JSON} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        sent = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
        try:
            with closing(connect(self._host, self._port, timeout=self._time_limit)) as connection:
                connection.request(method, self._base + path, body=sent, headers=headers)
                response = connection.getresponse()
                status, content = response.status, response.read()
        except TimeoutError as error:
            raise ModelTimeoutException(f"{self._host} did not answer in time.") from error
        except (OSError, http.client.HTTPException) as error:
            raise ServiceUnavailableException(f"{self._host} cannot be asked: {error}") from error
        if status >= HTTPStatus.BAD_REQUEST:
            raise converse_error(status, content)
        try:
            read = json.loads(content)
        except ValueError as error:
            raise ServiceUnavailableException(f"{self._host} answered something that is not JSON.") from error
        return read if isinstance(read, dict) else {}
