"""A task that runs another state machine and waits for it fails, stops and counts names as in AWS.

Why: in the emulator a child that fails gives its own error to its parent, where AWS gives `States.TaskFailed` with
the child's description as the cause, so that a catcher for the child's error would never match in an account; a
parent that is stopped leaves its child running; and a second child of the same name takes the place of the first.
"""

import json
import time
from typing import Any

import ministack.services.stepfunctions as workflows

from . import Settings
from ._execution import follow_executions, has_ended

_LOOK = 0.02  # seconds between two looks at the child
_SHOWN = {
    "executionArn": "ExecutionArn",
    "stateMachineArn": "StateMachineArn",
    "name": "Name",
    "status": "Status",
    "startDate": "StartDate",
    "stopDate": "StopDate",
    "input": "Input",
    "output": "Output",
    "error": "Error",
    "cause": "Cause",
}


def apply(_settings: Settings) -> None:
    follow_executions()
    workflows._invoke_nested_start_execution_sync = _run_child


def _run_child(resource: str, arguments: Any) -> dict[str, Any]:
    status, _, body = workflows._start_execution(workflows._nested_start_execution_request(arguments))
    answer = json.loads(body)
    if status >= 400:
        name = str(answer.get("__type", "")).rsplit("#", 1)[-1]
        raise workflows._ExecutionError(f"StepFunctions.{name}Exception", str(answer.get("message", "")))
    child = workflows._executions[answer["executionArn"]]
    while child["status"] == "RUNNING":
        if has_ended():
            workflows._stop_execution({"executionArn": child["executionArn"]})
            break
        time.sleep(_LOOK)
    described = {name: child[key] for key, name in _SHOWN.items() if child.get(key) is not None}
    if child["status"] != "SUCCEEDED":
        described.pop("Output", None)
        raise workflows._ExecutionError("States.TaskFailed", json.dumps({**_reason(child), **described}))
    if resource.endswith(".sync:2"):
        described["Output"] = json.loads(described.get("Output") or "{}")
    return described


def _reason(child: dict[str, Any]) -> dict[str, str]:
    """Error and cause as the last event of the history has them."""
    details: dict[str, str] = next(
        (e["executionFailedEventDetails"] for e in reversed(child["events"]) if "executionFailedEventDetails" in e), {}
    )
    return {name.capitalize(): text for name, text in details.items() if text}
