"""Texts of the state machines: `statemachine/<name>.asl.json`, whole.

What they share stands in a file beside them and is referred to: `{"$ref": "retries.json#/model"}` is a relative
reference (RFC 3986) to a file, with a JSON Pointer (RFC 6901) into it. AWS knows no references, so all who take a
definition take it from here: the stacks, the tests that run it, and the linter.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

from infra.terminal import run, say
from mlew.errors import SetupError

EditionName = Literal["practice", "improvement"]
WorkflowName = EditionName | Literal["mock"]
EDITIONS: Final[tuple[EditionName, ...]] = get_args(EditionName)
WORKFLOWS: Final[tuple[WorkflowName, ...]] = (*EDITIONS, "mock")
FOLDER: Final = Path(__file__).parents[1] / "statemachine"
_DEEPEST = 8  # references that lead to references


def definition(name: WorkflowName, folder: Path = FOLDER) -> dict[str, Any]:
    """The definition without references. Raises SetupError for a reference that leads nowhere."""
    file = folder / f"{name}.asl.json"
    whole: dict[str, Any] = _resolved(_read(file), file, 0)
    return whole


def whole_text(name: WorkflowName) -> str:
    """The definition as AWS gets it."""
    return json.dumps(definition(name), ensure_ascii=False, separators=(",", ":"))


def functions_named(name: WorkflowName) -> list[str]:
    """The functions that a definition calls: each stands in it as `${<Name>Arn}`."""
    found = set(re.findall(r"\$\{(\w+)Arn\}", whole_text(name)))
    return sorted(one for one in found if not one.endswith("Machine"))


def _resolved(value: Any, file: Path, depth: int) -> Any:
    """`value` as it stands in `file`."""
    if isinstance(value, list):
        return [_resolved(one, file, depth) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" not in value:
        return {key: _resolved(one, file, depth) for key, one in value.items()}
    if set(value) != {"$ref"}:
        raise SetupError(f"{file.name}: nothing stands beside the reference {value['$ref']!r}")
    if depth == _DEEPEST:
        raise SetupError(f"{file.name}: the reference {value['$ref']!r} goes in circles")
    name, _, pointer = str(value["$ref"]).partition("#")
    target = file.parent / name if name else file
    return _resolved(_at(_read(target), pointer, f"{file.name}: {value['$ref']!r}"), target, depth + 1)


def _at(value: Any, pointer: str, where: str) -> Any:
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(key)] if isinstance(value, list) else value[key]
        except (IndexError, KeyError, TypeError, ValueError):
            raise SetupError(f"{where} leads nowhere: there is no {key!r}") from None
    return value


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SetupError(f"there is no {file.name} beside the state machines") from None


def main(arguments: Sequence[str]) -> None:
    """Write all definitions, whole, into a folder, and name the files."""
    folder = Path(*arguments)
    folder.mkdir(parents=True, exist_ok=True)
    for name in WORKFLOWS:
        file = folder / f"{name}.asl.json"
        file.write_text(json.dumps(definition(name), ensure_ascii=False, indent=1), encoding="utf-8")
        say(str(file))


if __name__ == "__main__":
    run(main)
