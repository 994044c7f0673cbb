"""What comes back from Converse, as a ModelAnswer."""

from collections.abc import Mapping
from typing import Any

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


def model_answer(response: Mapping[str, Any], model: ModelCapability) -> ModelAnswer:
    """Raises ContextTooLong, and ModelError for what is not an answer of Converse."""
    try:
        reason, usage = response["stopReason"], _usage(response, model)
        content = response["output"]["message"].get("content", [])
        output = next((block["toolUse"]["input"] for block in content if "toolUse" in block), None)
        text = "\n".join(block["text"] for block in content if "text" in block)
    except (KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{model.name}: what came back is not an answer of Converse ({error!r}).") from error
    if reason == "model_context_window_exceeded":
        raise ContextTooLong(f"{model.name}: input and answer do not fit its {model.context_tokens} tokens.")
    return ModelAnswer(
        output=output if isinstance(output, dict) else None,
        text=text,
        stop_reason=_STOP_REASONS.get(reason, "end_turn"),
        model=model.id,
        rehearsed=model.rehearsal,
        usage=usage,
    )


def _usage(response: Mapping[str, Any], model: ModelCapability) -> Usage:
    counted = response["usage"]
    plain, output = counted["inputTokens"], counted["outputTokens"]
    read, written = counted.get("cacheReadInputTokens", 0), counted.get("cacheWriteInputTokens", 0)
    return Usage(
        calls=1,
        input_tokens=plain + written,
        output_tokens=output,
        cache_read_tokens=read,
        cost=model.cost(input_tokens=plain, output_tokens=output, cache_read=read, cache_write=written),
        seconds=response.get("metrics", {}).get("latencyMs", 0) / 1000,
    )
