"""The JSON schema of a draft, in the plain form that several model families take as a tool's input."""

from functools import cache
from typing import Any

from mlew.domain.base import Draft

_KEPT = ("type", "enum", "const", "description", "items", "properties", "required", "additionalProperties")


@cache
def tool_schema(draft: type[Draft]) -> dict[str, Any]:
    """Schema with all references written out, every field required, unknown fields refused, no titles."""
    schema = draft.model_json_schema()
    return _plain(schema, schema.get("$defs", {}))


def _plain(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        target = definitions[schema["$ref"].rsplit("/", 1)[-1]]
        beside = {k: v for k, v in schema.items() if k == "description"}
        return {**_plain(target, definitions), **beside}
    plain = {k: v for k, v in schema.items() if k in _KEPT}
    if "properties" in plain:
        plain["properties"] = {name: _plain(value, definitions) for name, value in plain["properties"].items()}
        plain["required"] = list(plain["properties"])
    if "items" in plain:
        plain["items"] = _plain(plain["items"], definitions)
    return plain
