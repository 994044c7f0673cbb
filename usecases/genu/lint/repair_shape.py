"""Exactly the six fields, in GenU's order, each with a value of its type where that is certain."""

from collections.abc import Mapping
from typing import Any

from usecases.genu.format import FIELDS
from usecases.genu.javascript import to_text
from usecases.genu.lint.fields import EXPECTED, REQUIRED
from usecases.genu.lint.subject import truthy

_UPLOAD = {"true": True, "false": False}


def canonical(content: Mapping[str, Any]) -> dict[str, Any]:
    """What cannot be mended stays as it is; other fields are dropped, as GenU drops them."""
    shaped = {key: _value(key, content[key]) if key in content else _default(key) for key in FIELDS}
    shaped = {key: value for key, value in shaped.items() if key in content or key not in REQUIRED}
    if isinstance(shaped["fixedModelId"], str):
        shaped["fixedModelId"] = ""
    if isinstance(shaped["inputExamples"], list):
        shaped["inputExamples"] = [_example(entry) for entry in shaped["inputExamples"]]
    return shaped


def _value(key: str, value: Any) -> Any:
    if key in REQUIRED or isinstance(value, EXPECTED[key]):
        return value
    if not truthy(value):
        return _default(key)
    if key == "fileUpload" and isinstance(value, str):
        return _UPLOAD.get(value.strip().casefold(), value)
    return to_text(value) if key == "description" and not isinstance(value, (dict, list)) else value


def _default(key: str) -> Any:
    return EXPECTED[key]()


def _example(entry: Any) -> Any:
    if isinstance(entry, dict) and isinstance(entry.get("title"), (int, float)) and truthy(entry["title"]):
        return {**entry, "title": to_text(entry["title"])}
    return entry
