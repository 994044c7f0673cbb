"""What comes back from Converse, as a ModelAnswer."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from mlew.domain.artifact import Usage
from mlew.domain.model_capability import ModelCapability
from mlew.errors import ContextTooLong, ModelError
from mlew.ports.model import ModelAnswer

_STOP_REASONS = {
    "tool_use": "tool_use",
    "end_turn": "end_turn",
    "stop_sequence": "end_turn",
    "malformed_tool_use": "end_turn",  # no usable form in it: repaired like an answer in plain text
    "malformed_model_output": "end_turn",
    "max_tokens": "max_tokens",
    "guardrail_intervened": "refused",
    "content_filtered": "refused",
    "refusal": "refused",
}


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class _ToolUse(_Part):
    input: Any


class _Block(_Part):
    text: str | None = None
    tool_use: _ToolUse | None = None


class _Message(_Part):
    content: list[_Block] = []


class _Output(_Part):
    message: _Message


class _TokenUsage(_Part):
    input_tokens: int
    output_tokens: int
    cache_read_input_tokens: int = 0
    cache_write_input_tokens: int = 0


class _Metrics(_Part):
    latency_ms: int = 0


class _Response(_Part):
    output: _Output
    stop_reason: str
    usage: _TokenUsage
    metrics: _Metrics = _Metrics()


def model_answer(response: Mapping[str, Any], model: ModelCapability) -> ModelAnswer:
    """Raises ContextTooLong, and ModelError for what is not an answer of Converse."""
    try:
        read = _Response.model_validate(_cleaned(response))
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, fault["loc"]))
        raise ModelError.told("model.no-converse", model=model.name, place=place, fault=fault["msg"]) from error
    if read.stop_reason == "model_context_window_exceeded":
        raise ContextTooLong.told("model.too-long", model=model.name, context_tokens=model.context_tokens)
    content = read.output.message.content
    output = next((block.tool_use.input for block in content if block.tool_use), None)
    return ModelAnswer(
        output=output if isinstance(output, dict) else None,
        text="\n".join(block.text for block in content if block.text),
        stop_reason=_STOP_REASONS.get(read.stop_reason, "end_turn"),
        model=model.id,
        rehearsed=model.rehearsal,
        usage=_usage(read, model),
    )


def _cleaned(value: Any) -> Any:
    """Half a character, which JSON can spell and UTF-8 cannot, becomes U+FFFD: a paid answer has to be storable."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, Mapping):
        return {_cleaned(k): _cleaned(v) for k, v in value.items()}
    return [_cleaned(v) for v in value] if isinstance(value, list) else value


def _usage(response: _Response, model: ModelCapability) -> Usage:
    tokens = response.usage
    cost = model.cost(
        input_tokens=tokens.input_tokens,
        output_tokens=tokens.output_tokens,
        cache_read=tokens.cache_read_input_tokens,
        cache_write=tokens.cache_write_input_tokens,
    )
    return Usage(
        calls=1,
        input_tokens=tokens.input_tokens + tokens.cache_write_input_tokens,
        output_tokens=tokens.output_tokens,
        cache_read_tokens=tokens.cache_read_input_tokens,
        cost=cost,
        seconds=response.metrics.latency_ms / 1000,
    )
