"""Converse calls go on to the model gateway unchanged, and its answer comes back unchanged, errors included.

Why: the emulator rewrites a call for another API, loses what that has no word for, and answers with made-up
text when anything fails – a workshop would fill with it and look fine. Here a call that the gateway cannot
take is an error, as it would be in AWS. The other ways to call a model are not passed on and say so.
`POST /_mlew/model` with `{"url": ...}` changes the gateway while the emulator runs.
"""

import asyncio
import http.client
import json
from typing import Any
from urllib.parse import quote, urlsplit

import ministack.services.bedrock_runtime as bedrock

from . import Settings
from ._http import route

Answer = tuple[int, dict[str, str], bytes]

TIME_LIMIT = 900.0  # seconds; no function waits longer, and the caller's own limit is what counts
_CREDENTIALS = {"authorization", "x-amz-security-token"}
_OF_THE_EMULATOR = {"x-forwarded-proto", "x-ministack-invoke-depth"}
_OF_THE_CONNECTION = {"host", "content-length", "connection", "transfer-encoding", "keep-alive", "expect"}
_NOT_SENT = _OF_THE_CONNECTION | _CREDENTIALS | _OF_THE_EMULATOR
_NOT_RETURNED = _OF_THE_CONNECTION | {"date", "server"}


def apply(settings: Settings) -> None:
    gateway = _Gateway(settings.model_url)
    handlers = {
        "_converse": gateway.converse,
        "_converse_stream": _not_passed_on,
        "_invoke_model": _not_passed_on,
        "_invoke_model_with_response_stream": _not_passed_on,
        "_openai_chat_completion": lambda _headers, _body: _not_passed_on("", {}, b""),
    }
    for name, handler in handlers.items():
        getattr(bedrock, name)  # a renamed handler has to be noticed here, not by the text it makes up
        setattr(bedrock, name, handler)
    route("/_mlew/model", gateway.change)


class _Gateway:
    def __init__(self, url: str) -> None:
        self._url = url

    async def change(self, body: bytes) -> dict[str, Any]:
        self._url = await asyncio.to_thread(lambda: str(json.loads(body)["url"]))
        return {"url": self._url}

    def converse(self, model_id: str, headers: dict[str, str], body: bytes) -> Answer:
        if not self._url:
            return _unavailable("No model gateway is configured for this emulator.")
        try:
            return self._pass_on(model_id, headers, body)
        except (OSError, http.client.HTTPException) as error:
            return _unavailable(f"The model gateway did not answer: {error!r}")

    def _pass_on(self, model_id: str, headers: dict[str, str], body: bytes) -> Answer:
        target = urlsplit(self._url)
        connection = http.client.HTTPConnection(target.hostname or "127.0.0.1", target.port, timeout=TIME_LIMIT)
        try:
            sent = {name: value for name, value in headers.items() if name.lower() not in _NOT_SENT}
            path = f"{target.path.rstrip('/')}/model/{quote(model_id, safe='')}/converse"
            connection.request("POST", path, body=body, headers=sent)
            response = connection.getresponse()
            returned = {k: v for k, v in response.getheaders() if k.lower() not in _NOT_RETURNED}
            return response.status, returned, response.read()
        finally:
            connection.close()


def _unavailable(message: str) -> Answer:
    return _error(503, "ServiceUnavailableException", message)


def _not_passed_on(_model_id: str, _headers: object, _body: object) -> Answer:
    return _error(400, "ValidationException", "Only Converse reaches a model on the embedded AWS.")


def _error(status: int, kind: str, message: str) -> Answer:
    headers = {"Content-Type": "application/json", "x-amzn-ErrorType": kind}
    return status, headers, json.dumps({"message": message}).encode()
