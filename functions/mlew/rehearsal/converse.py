"""The Converse wire format, as far as a model that only fills in forms needs it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mlew.domain.base import Locale
from mlew.rehearsal.converse_errors import ValidationException
from usecases.fence import unfence

_KANA = re.compile(r"[ぁ-ん]")
_INPUTS = re.compile(r"<input name=.*?</input>", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """One request, read. `inputs`: the fenced inputs of the first user text; `repairs`: answers sent back so far."""

    tool: str
    inputs: Mapping[str, str]
    locale: Locale
    repairs: int
    characters: int


def read_call(request: Mapping[str, Any]) -> Call:
    """Raises ValidationException for what is no such request, for pictures, and if no tool is forced."""
    messages = request.get("messages")
    if not isinstance(messages, list) or not messages or not all(isinstance(m, Mapping) for m in messages):
        raise ValidationException("messages: at least one message is needed.")
    if messages[0].get("role") != "user" or messages[-1].get("role") != "user":
        raise ValidationException("messages: the first and the last turn have to be the user's.")
    first = _blocks(messages[0])
    if any("image" in b or "document" in b for m in messages for b in _blocks(m)):
        raise ValidationException(
            "The rehearsal model does not read pictures or documents. Write the customer sheet as customer.md, "
            "or choose a model that reads pictures."
        )
    text = "\n".join(str(b["text"]) for b in first if "text" in b)
    system = "\n".join(str(b["text"]) for b in _list(request.get("system")) if "text" in b)
    spoken = system + _INPUTS.sub("", text)
    return Call(
        tool=_forced_tool(request),
        inputs=unfence(text),
        locale="ja" if _KANA.search(spoken) else "en",
        repairs=sum("toolResult" in b for m in messages for b in _blocks(m)),
        characters=len(json.dumps(request, ensure_ascii=False, default=str)),
    )


def request_hash(model_id: str, request: Mapping[str, Any]) -> str:
    """The same for the same request, whatever the order of its keys."""
    canonical = json.dumps(request, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(f"{model_id}\n{canonical}".encode()).hexdigest()


def tool_answer(call: Call, draft: Mapping[str, Any], *, name: str, latency: float) -> dict[str, Any]:
    """A response that fills in the form. `name`: of this use of the tool; `latency` in seconds."""
    block = {"toolUse": {"toolUseId": f"rehearsal_{name[:24]}", "name": call.tool, "input": dict(draft)}}
    return response(call, [block], "tool_use", written=json.dumps(draft, ensure_ascii=False), latency=latency)


def text_answer(call: Call, text: str, stop_reason: str, *, latency: float) -> dict[str, Any]:
    """A response in words."""
    return response(call, [{"text": text}], stop_reason, written=text, latency=latency)


def response(
    call: Call, content: list[dict[str, Any]], stop_reason: str, *, written: str, latency: float
) -> dict[str, Any]:
    """Token numbers are estimates: three characters a token, between English and Japanese."""
    used = {"inputTokens": call.characters // 3 + 1, "outputTokens": len(written) // 3 + 1}
    return {
        "output": {"message": {"role": "assistant", "content": content}},
        "stopReason": stop_reason,
        "usage": {**used, "totalTokens": sum(used.values())},
        "metrics": {"latencyMs": round(latency * 1000)},
    }


def _forced_tool(request: Mapping[str, Any]) -> str:
    config = request.get("toolConfig")
    config = config if isinstance(config, Mapping) else {}
    specs = [t["toolSpec"] for t in _list(config.get("tools")) if isinstance(t.get("toolSpec"), Mapping)]
    names = [spec["name"] for spec in specs if "name" in spec]
    choice = config.get("toolChoice")
    forced = choice.get("tool") if isinstance(choice, Mapping) else None
    name = forced.get("name") if isinstance(forced, Mapping) else names[0] if len(names) == 1 else None
    if not isinstance(name, str) or name not in names:
        raise ValidationException("toolConfig: the rehearsal model fills in forms. Force one of the given tools.")
    return name


def _blocks(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return _list(message.get("content"))


def _list(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []
