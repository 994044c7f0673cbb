"""Where a key of `workshop.toml` stands: TOML's parser gives values without their lines."""

import re
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from mlew.domain.workshop import WorkshopPlan

_TABLE = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*(?:[.=])""")


def line_of_key(text: str, location: tuple[str | int, ...]) -> int:
    """Line of the deepest part of `location` ("pairs", 1, "id") that can be found; 1 if there is none."""
    names = [part for part in location if isinstance(part, str)]
    index = next((part for part in location if isinstance(part, int)), 0)
    table, seen, best = "", -1, 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            name = header.group(1).strip("\"' ")
            seen = seen + 1 if name == names[0] and name == table else 0
            table = name
            if name == names[0] and seen == index:
                best = number
        elif (key := _KEY.match(line)) and _is_wanted(key, names, table, inside=seen == index):
            return number
    return best


def _is_wanted(key: re.Match[str], names: list[str], table: str, *, inside: bool) -> bool:
    found = next(group for group in key.groups() if group)
    if table == "":
        return found == names[0]
    return inside and table == names[0] and len(names) > 1 and found == names[1]


@cache
def plan_keys() -> tuple[str, ...]:
    """Every key that may stand in the file."""
    return tuple(sorted(_keys(WorkshopPlan)))


def _keys(model: type[BaseModel]) -> set[str]:
    found: set[str] = set()
    for name, info in model.model_fields.items():
        found.add(name)
        for inner in _models(info.annotation):
            found |= _keys(inner)
    return found


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]
