"""The part of JSONata that our state machines use: paths, comparison with a text, a text where there may be none.

Anything else raises, so that a definition never means less here than in Step Functions.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

_EXPRESSION = re.compile(r"^\{%\s*(.+?)\s*%\}$", re.DOTALL)
_PATH = re.compile(r"\$(\w+)((?:\.\w+)*)")
_EQUALS = re.compile(rf"({_PATH.pattern})\s*=\s*'([^']*)'")
_TEXT_IF_ANY = re.compile(rf"\$exists\((?P<path>{_PATH.pattern})\) \? \$string\((?P=path)\) : ''")

Variables = Mapping[str, Any]


def evaluate(value: Any, variables: Variables) -> Any:
    """`value` with every `{% … %}` in it replaced; `variables` by name, without the dollar sign."""
    if isinstance(value, dict):
        return {key: evaluate(inner, variables) for key, inner in value.items()}
    if isinstance(value, list):
        return [evaluate(inner, variables) for inner in value]
    found = _EXPRESSION.match(value) if isinstance(value, str) else None
    return _expression(found[1], variables) if found else value


def _expression(text: str, variables: Variables) -> Any:
    if found := _EQUALS.fullmatch(text):
        return _path(found[1], variables) == found[4]
    if found := _TEXT_IF_ANY.fullmatch(text):
        inner = _path(found["path"], variables, missing="")
        return inner if isinstance(inner, str) else json.dumps(inner)
    return _path(text, variables)


def _path(text: str, variables: Variables, *, missing: Any = None) -> Any:
    """KeyError stands for what Step Functions ends an execution with, unless something is given for what is missing."""
    found = _PATH.fullmatch(text)
    if not found:
        raise NotImplementedError(f"this expression is not understood here: {text}")
    value: Any = variables[found[1]]
    for name in found[2].split(".")[1:]:
        if missing is not None and name not in value:
            return missing
        value = value[name]
    return value
