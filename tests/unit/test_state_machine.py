"""The state machine's text against the code that it calls."""

import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mlew.errors
from handlers.invocation import WorkshopFunction

DEFINITION = json.loads((Path(__file__).parents[2] / "statemachine" / "practice.asl.json").read_text())
AWS_ERRORS = {
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
    "Lambda.Unknown",
    "Runtime.ExitError",
    "Sandbox.Timedout",
    "States.Timeout",
    "States.ALL",
}


def states(machine: dict[str, Any] = DEFINITION) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, state in machine["States"].items():
        yield name, state
        for inner in [*state.get("Branches", []), *([state["ItemProcessor"]] if "ItemProcessor" in state else [])]:
            yield from states(inner)


TASKS = [(name, state) for name, state in states() if state["Type"] == "Task"]


def handler_of(state: dict[str, Any]) -> WorkshopFunction[Any]:
    name = re.fullmatch(r"\$\{(\w+)Arn\}", state["Arguments"]["FunctionName"])
    assert name
    module = re.sub(r"(?<!^)(?=[A-Z])", "_", name[1]).lower()
    handler = importlib.import_module(f"handlers.{module}").handler
    assert isinstance(handler, WorkshopFunction)
    return handler


def payload_keys(name: str, state: dict[str, Any]) -> set[str]:
    payload = state["Arguments"]["Payload"]
    if isinstance(payload, dict):
        return set(payload)
    selectors = [s["ItemSelector"] for _, s in states() if name in s.get("ItemProcessor", {}).get("States", {})]
    return set(selectors[0])


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_every_task_sends_what_its_lambda_takes(name: str, state: dict[str, Any]) -> None:
    assert payload_keys(name, state) == set(handler_of(state).call_type.model_fields)


@pytest.mark.parametrize(("name", "state"), list(states()), ids=[name for name, _ in states()])
def test_every_error_name_exists(name: str, state: dict[str, Any]) -> None:
    named = {e for rule in [*state.get("Retry", []), *state.get("Catch", [])] for e in rule["ErrorEquals"]}
    ours = {e for e in named if e not in AWS_ERRORS}
    assert all(issubclass(getattr(mlew.errors, e), mlew.errors.MlewError) for e in ours)


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_every_retry_is_spread_and_bounded(name: str, state: dict[str, Any]) -> None:
    assert state["Retry"]
    for retry in state["Retry"]:
        assert retry["JitterStrategy"] == "FULL"
        assert retry["MaxDelaySeconds"] <= 60
        assert retry["MaxAttempts"] <= 12


def test_every_failure_ends_in_the_record_of_the_workshop() -> None:
    top = DEFINITION["States"]
    catching = {n for n, s in top.items() if any("States.ALL" in c["ErrorEquals"] for c in s.get("Catch", []))}
    working = {n for n, s in top.items() if s["Type"] in ("Task", "Map", "Parallel")}
    assert working - catching == {"RecordFailure"}


def test_every_wait_has_an_end() -> None:
    assert all("TimeoutSeconds" in state for _, state in TASKS)
    assert DEFINITION["TimeoutSeconds"] > 0


def test_every_lambda_of_the_workflow_is_used() -> None:
    folder = Path(importlib.import_module("handlers").__path__[0])
    support = {"__init__", "calls", "invocation", "rehearse"}
    used = {state["Arguments"]["FunctionName"] for _, state in TASKS}
    names = {re.sub(r"(?<!^)(?=[A-Z])", "_", u[2:-4]).lower() for u in used}
    assert names == {p.stem for p in folder.glob("*.py")} - support
