"""Text of a spec, made safe to lay out: no characters that steer the direction of what stands around them."""

import re

from mlew.domain.mock_spec import MockSpec

_STEERING = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"  # control characters
    "\ufffe\uffff\ud800-\udfff\u2028\u2029\ufeff]"  # no characters, half characters, invisible breaks
)


def clean(spec: MockSpec) -> MockSpec:
    """The same spec without them. Right-to-left text stays: its paragraphs find their own direction."""
    return MockSpec.model_validate(_clean(spec.model_dump()))


def _clean(value: object) -> object:
    if isinstance(value, str):
        return _STEERING.sub("", value)
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_clean(one) for one in value)
    return value
