"""How many tokens a request has at most, for money set aside before a call. Counting exactly needs the model."""

import json

from mlew.domain.model_capability import ModelCapability
from mlew.ports.model import ModelRequest

PICTURE_TOKENS = 1_600
"""A picture of the largest size that Claude does not scale down (width x height / 750, Anthropic's vision guide)."""
_FRAME_TOKENS = 700
"""What the service adds around messages and tools (Anthropic: 313 to 530 tokens for a forced tool)."""
_ASCII_CHARACTERS_A_TOKEN = 3


def text_tokens(text: str) -> int:
    """Three ASCII characters a token; one for each other character (Japanese is close to that)."""
    ascii_characters = sum(c < "\x80" for c in text)
    return -(-ascii_characters // _ASCII_CHARACTERS_A_TOKEN) + len(text) - ascii_characters


def prefix_tokens(request: ModelRequest) -> int:
    """Tool and system text: what all cells of a step have in common."""
    return text_tokens(request.system) + text_tokens(request.tool_description) + _json_tokens(request.tool_schema)


def input_tokens(request: ModelRequest, model: ModelCapability) -> int:
    """The whole request as this model gets it."""
    pictures = len(request.attachments) * PICTURE_TOKENS if model.pictures else 0
    turns = sum(_json_tokens(answer) + text_tokens(fault) for answer, fault in request.turns)
    return _FRAME_TOKENS + prefix_tokens(request) + text_tokens(request.text) + pictures + turns


def highest_cost(request: ModelRequest, model: ModelCapability) -> float:
    """USD if the answer is as long as it may be. Input counts as written to the cache where that costs more."""
    dearest = max(model.input_price, model.cache_write_price)
    input_cost = input_tokens(request, model) * dearest / 1_000_000
    return input_cost + model.cost(input_tokens=0, output_tokens=model.room(request.conversation))


def _json_tokens(value: dict[str, object]) -> int:
    return text_tokens(json.dumps(value, ensure_ascii=False))
