"""Requests and models to call."""

from typing import Any

from mlew.domain.model_capability import ModelCapability
from mlew.ports.model import Attachment, ModelRequest

MODEL = ModelCapability(
    id="jp.example.model-v1:0",
    name="Model",
    cache_minimum=1024,
    output_tokens=2000,
    input_price=3.0,
    output_price=15.0,
    cache_read_price=0.3,
    cache_write_price=3.75,
)
PICTURE = Attachment(name="slide-1.png", media="png", content=b"\x89PNG\r\n")
REQUEST = ModelRequest(
    system="あなたは記録係です。",
    text='<input name="customer">\n自転車の店\n</input>',
    tool_name="write_journey",
    tool_description="Write the journey.",
    tool_schema={"type": "object", "properties": {"segment": {"type": "string"}}, "required": ["segment"]},
)
TURN = ({"segment": ""}, "1 rules are broken.\n- segment: is empty")
LONG = REQUEST.model_copy(update={"system": "規則。" * 1000})
ANSWER: dict[str, Any] = {
    "output": {
        "message": {
            "role": "assistant",
            "content": [
                {"toolUse": {"toolUseId": "1", "name": "write_journey", "input": {"segment": "通勤", "n": 0.5}}}
            ],
        }
    },
    "stopReason": "tool_use",
    "usage": {"inputTokens": 10, "outputTokens": 5, "totalTokens": 15},
    "metrics": {"latencyMs": 1200},
}
"""As botocore gives it back."""
