"""An answer of an OpenAI-compatible server as Converse gives it."""

import json
from collections.abc import Mapping
from typing import Any

from mlew.rehearsal.converse_errors import (
    AccessDeniedException,
    ConverseError,
    InternalServerException,
    ModelTimeoutException,
    ResourceNotFoundException,
    ServiceUnavailableException,
    ThrottlingException,
    ValidationException,
)

Json = dict[str, Any]

_STOPS = {"stop": "end_turn", "length": "max_tokens", "content_filter": "content_filtered"}
_ERRORS: dict[int, type[ConverseError]] = {
    401: AccessDeniedException,
    403: AccessDeniedException,
    404: ResourceNotFoundException,
    408: ModelTimeoutException,
    429: ThrottlingException,
    500: InternalServerException,
    504: ModelTimeoutException,
}


def converse_response(answer: Mapping[str, Any], *, latency: float) -> Json:
    """`latency` in seconds. Raises InternalServerException if this is no chat completion."""
    try:
        choice = answer["choices"][0]
        message = choice["message"]
        used = [_tool_use(call) for call in message.get("tool_calls") or []]
        text = message.get("content") or message.get("refusal") or ""
        blocks: list[Json] = ([{"text": text}] if text else []) + [b for b in used if b]
        stop = "content_filtered" if message.get("refusal") else _stop(choice.get("finish_reason"), used)
        return {
            "output": {"message": {"role": "assistant", "content": blocks or [{"text": " "}]}},
            "stopReason": stop,
            "usage": _usage(answer.get("usage") or {}),
            "metrics": {"latencyMs": round(latency * 1000)},
        }
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise InternalServerException(f"This is no chat completion: {error!r}") from error


def converse_error(status: int, body: bytes) -> ConverseError:
    """The error of Bedrock Runtime that says the same."""
    try:
        told = json.loads(body)
        told = told.get("error", told) if isinstance(told, dict) else told
        message = str(told.get("message", told) if isinstance(told, dict) else told)
    except ValueError:
        message = body.decode("utf-8", "replace")[:500]
    fallback = ValidationException if status < 500 else ServiceUnavailableException
    return _ERRORS.get(status, fallback)(message or f"HTTP {status}")


def _tool_use(call: Json) -> Json | None:
    """None if the arguments are no JSON object: then there is no form to read."""
    arguments = call["function"].get("arguments") or "{}"
    try:
        written = json.loads(arguments) if isinstance(arguments, str) else arguments
    except ValueError:
        return None
    if not isinstance(written, dict):
        return None
    return {"toolUse": {"toolUseId": call.get("id") or "call", "name": call["function"]["name"], "input": written}}


def _stop(finish: str | None, used: list[Json | None]) -> str:
    """A forced tool ends with "stop" at some servers, "tool_calls" at others."""
    if finish in ("length", "content_filter"):
        return _STOPS[finish]
    if any(used):
        return "tool_use"
    return "malformed_tool_use" if used else _STOPS.get(finish or "stop", "end_turn")


def _usage(usage: Json) -> Json:
    cached = int((usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0)
    read, written = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
    tokens = {"inputTokens": read - cached, "outputTokens": written, "totalTokens": read + written}
    return tokens | ({"cacheReadInputTokens": cached} if cached else {})
