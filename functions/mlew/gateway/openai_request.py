"""A Converse request as an OpenAI-compatible server takes it."""

import json
from collections.abc import Mapping
from typing import Any

from mlew.rehearsal.converse_errors import ValidationException

Json = dict[str, Any]


def chat_request(request: Mapping[str, Any], model: str) -> Json:
    """Body of `/chat/completions`. Cache points and metadata have no counterpart and are left out.

    Raises ValidationException for blocks that have none and matter: documents, video, guarded content.
    """
    try:
        built: Json = {"model": model, "messages": _messages(request)}
        config = request.get("toolConfig") or {}
        if config.get("tools"):
            built["tools"] = [_tool(t["toolSpec"]) for t in config["tools"] if "toolSpec" in t]
            built["tool_choice"] = _choice(config.get("toolChoice") or {"auto": {}})
        return built | _limits(request.get("inferenceConfig") or {})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValidationException(f"This is no request of Converse: {error!r}") from error


def _messages(request: Mapping[str, Any]) -> list[Json]:
    system = "\n\n".join(b["text"] for b in request.get("system") or [] if "text" in b)
    found: list[Json] = [{"role": "system", "content": system}] if system else []
    for message in request["messages"]:
        blocks = [b for b in message["content"] if "cachePoint" not in b and "reasoningContent" not in b]
        found += _assistant(blocks) if message["role"] == "assistant" else _user(blocks)
    return found


def _assistant(blocks: list[Json]) -> list[Json]:
    text = "\n".join(b["text"] for b in blocks if "text" in b)
    calls = [
        {
            "id": b["toolUse"]["toolUseId"],
            "type": "function",
            "function": {
                "name": b["toolUse"]["name"],
                "arguments": json.dumps(b["toolUse"]["input"], ensure_ascii=False),
            },
        }
        for b in blocks
        if "toolUse" in b
    ]
    return [{"role": "assistant", "content": text or None} | ({"tool_calls": calls} if calls else {})]


def _user(blocks: list[Json]) -> list[Json]:
    """Results of tools come first: they have to follow the turn that called the tool."""
    results = [
        {"role": "tool", "tool_call_id": b["toolResult"]["toolUseId"], "content": _result(b["toolResult"])}
        for b in blocks
        if "toolResult" in b
    ]
    parts = [_part(b) for b in blocks if "toolResult" not in b]
    if len(parts) == 1 and parts[0]["type"] == "text":
        return [*results, {"role": "user", "content": parts[0]["text"]}]
    return [*results, *([{"role": "user", "content": parts}] if parts else [])]


def _result(result: Json) -> str:
    return "\n".join(
        c["text"] if "text" in c else json.dumps(c.get("json"), ensure_ascii=False) for c in result["content"]
    )


def _part(block: Json) -> Json:
    if "text" in block:
        return {"type": "text", "text": block["text"]}
    if "image" in block:
        image = block["image"]
        address = f"data:image/{image['format']};base64,{image['source']['bytes']}"
        return {"type": "image_url", "image_url": {"url": address}}
    raise ValidationException(f"An OpenAI-compatible server takes no block of the kind {', '.join(block)}.")


def _tool(spec: Json) -> Json:
    function = {"name": spec["name"], "parameters": spec["inputSchema"]["json"]}
    if spec.get("description"):
        function["description"] = spec["description"]
    return {"type": "function", "function": function}


def _choice(choice: Json) -> str | Json:
    if "tool" in choice:
        return {"type": "function", "function": {"name": choice["tool"]["name"]}}
    return "required" if "any" in choice else "auto"


def _limits(config: Json) -> Json:
    names = {"maxTokens": "max_tokens", "temperature": "temperature", "topP": "top_p", "stopSequences": "stop"}
    return {ours: config[theirs] for theirs, ours in names.items() if theirs in config}
