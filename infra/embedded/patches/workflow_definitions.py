"""A state machine whose definition cannot run is refused when it is made.

Why: the emulator takes anything for a definition, even half a JSON document, and fails in the middle of the
first workshop. The most frequent mistakes of an edited definition are found here, as AWS finds them.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import ministack.services.stepfunctions as workflows
from ministack.core.responses import error_response_json
from ministack.services.cloudformation import provisioners

from . import Settings

_TYPES = {"Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"}
_GO_ON = {"Task", "Pass", "Wait", "Parallel", "Map"}
_SHOWN = 5


def apply(_settings: Settings) -> None:
    workflows._create_state_machine = _guarded(workflows._create_state_machine)
    workflows._update_state_machine = _guarded(workflows._update_state_machine)
    workflows._validate_state_machine_definition = _validate
    machine = provisioners._RESOURCE_HANDLERS["AWS::StepFunctions::StateMachine"]
    for operation in ("create", "update"):
        machine[operation] = _provisioned(machine[operation])


def problems(definition: str) -> list[str]:
    """What is wrong with a definition, each beginning with AWS's diagnostic code; empty if nothing is."""
    try:
        machine = json.loads(definition)
    except ValueError as error:
        return [f"INVALID_JSON_DESCRIPTION: {error}"]
    return list(_in_machine(machine if isinstance(machine, dict) else {}, ""))


def _in_machine(machine: dict[str, Any], path: str) -> Iterator[str]:
    states = machine.get("States")
    if not isinstance(states, dict) or not states:
        yield f"SCHEMA_VALIDATION_FAILED: no States at {path or '/'}"
        return
    found = []
    if machine.get("StartAt") not in states:
        found.append(f"MISSING_TRANSITION_TARGET: StartAt {machine.get('StartAt')!r} at {path}/StartAt")
    for name, state in states.items():
        found += _in_state(state, states, f"{path}/States/{name}")
    yield from found
    if not found:
        reached = _reached(machine["StartAt"], states)
        yield from (
            f"MISSING_TRANSITION_TARGET: {name!r} is never reached at {path}" for name in states if name not in reached
        )


def _in_state(state: dict[str, Any], states: dict[str, Any], path: str) -> Iterator[str]:
    kind = state.get("Type")
    if kind not in _TYPES:
        yield f"SCHEMA_VALIDATION_FAILED: Type {kind!r} at {path}"
        return
    if kind in _GO_ON and not state.get("Next") and not state.get("End"):
        yield f"SCHEMA_VALIDATION_FAILED: neither Next nor End at {path}"
    if kind == "Task" and not state.get("Resource"):
        yield f"SCHEMA_VALIDATION_FAILED: no Resource at {path}"
    if kind == "Choice" and not state.get("Choices"):
        yield f"SCHEMA_VALIDATION_FAILED: no Choices at {path}"
    for target in _targets(state):
        if target not in states:
            yield f"MISSING_TRANSITION_TARGET: {target!r} at {path}"
    for index, branch in enumerate(state.get("Branches") or []):
        yield from _in_machine(branch, f"{path}/Branches[{index}]")
    for processor in ("ItemProcessor", "Iterator"):
        if processor in state:
            yield from _in_machine(state[processor], f"{path}/{processor}")


def _targets(state: dict[str, Any]) -> list[str]:
    rules = [*(state.get("Choices") or []), *(state.get("Catch") or [])]
    named = [state.get("Next"), state.get("Default"), *(rule.get("Next") for rule in rules)]
    return [target for target in named if target]


def _reached(start: str, states: dict[str, Any]) -> set[str]:
    reached: set[str] = set()
    to_visit = [start]
    while to_visit:
        name = to_visit.pop()
        if name not in reached:
            reached.add(name)
            to_visit += _targets(states[name])
    return reached


def _message(found: list[str]) -> str:
    return f"Invalid State Machine Definition: '{'; '.join(found[:_SHOWN])}'"


def _guarded(operation: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], Any]:
    def guarded(request: dict[str, Any]) -> Any:
        definition = request.get("definition")
        found = problems(definition) if definition is not None else []
        return error_response_json("InvalidDefinition", _message(found), 400) if found else operation(request)

    return guarded


def _provisioned(operation: Callable[..., Any]) -> Callable[..., Any]:
    def checked(*args: Any, **named: Any) -> Any:
        result = operation(*args, **named)
        machine = workflows._state_machines.get(result[0])
        found = problems(machine["definition"]) if machine else []
        if found:
            raise ValueError(f"{_message(found)} (Service: Sfn, Status Code: 400)")
        return result

    return checked


def _validate(request: dict[str, Any]) -> Any:
    found = problems(str(request.get("definition")))
    diagnostics = [{"severity": "ERROR", "code": one.split(":")[0], "message": one} for one in found]
    return workflows.json_response({"result": "FAIL" if found else "OK", "diagnostics": diagnostics})
