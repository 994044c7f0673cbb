"""ASGI pieces that several patches need: a layer around the application, a route of our own, an answer."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import ministack.app

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Layer = Callable[[Application, Scope, Receive, Send], Awaitable[None]]


def wrap(layer: Layer) -> None:
    """Put `layer` around everything the emulator answers over HTTP."""
    inner: Application = ministack.app.app

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await layer(inner, scope, receive, send)
        else:
            await inner(scope, receive, send)

    ministack.app.app = outer


def route(path: str, handler: Callable[[bytes], Awaitable[dict[str, Any]]]) -> None:
    """Answer POSTs to `path` with what `handler` returns for their body, as JSON."""

    async def layer(inner: Application, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != path or scope["method"] != "POST":
            await inner(scope, receive, send)
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        await answer(send, 200, await handler(body))

    wrap(layer)


async def answer(send: Send, status: int, payload: dict[str, Any]) -> None:
    """Send one JSON answer."""
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(payload).encode()})
