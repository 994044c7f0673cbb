"""The state machines' texts, state by state."""

import re
from collections.abc import Iterator
from typing import Any

from infra.functions import WORKFLOW
from infra.state_machines import WORKFLOWS, definition
from tests.workflow.interpreter import CHILD

MACHINES: dict[str, dict[str, Any]] = {name: definition(name) for name in WORKFLOWS}
MOCK = MACHINES["mock"]
AWS_ERRORS = {
    "Lambda.AWSLambdaException",
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.ResourceConflictException",
    "Lambda.SdkClientException",
    "Lambda.ServiceException",
    "Lambda.TooManyRequestsException",
    "Lambda.Unknown",
    "Runtime.ExitError",
    "Runtime.OutOfMemory",
    "Sandbox.Timedout",
    "States.Timeout",
    "States.ALL",
}
SPECS = {spec.name: spec for spec in WORKFLOW}


def states(machine: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, state in machine["States"].items():
        yield name, state
        for inner in [*state.get("Branches", []), *([state["ItemProcessor"]] if "ItemProcessor" in state else [])]:
            yield from states(inner)


ALL = [(f"{of}.{name}", state) for of, machine in MACHINES.items() for name, state in states(machine)]
CHILDREN = [(n, s) for n, s in ALL if s.get("Resource") == CHILD]
TASKS = [(n, s) for n, s in ALL if s["Type"] == "Task" and s.get("Resource") != CHILD]


def function_of(state: dict[str, Any]) -> str:
    name = re.fullmatch(r"\$\{(\w+)Arn\}", state["Arguments"]["FunctionName"])
    assert name
    return name[1]
