"""The state machine's text against the code that it calls."""

import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import mlew.errors
from handlers.invocation import WorkshopFunction
from infra.functions import WORKFLOW
from mlew.settings import RunDefaults
from tests.fakes import FakeClock
from tests.workflow.interpreter import Execution, Functions, StateFailed

DEFINITION = json.loads((Path(__file__).parents[2] / "statemachine" / "practice.asl.json").read_text())
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
BUSY = ["Lambda.TooManyRequestsException"]
SPECS = {spec.name: spec for spec in WORKFLOW}


def states(machine: dict[str, Any] = DEFINITION) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, state in machine["States"].items():
        yield name, state
        for inner in [*state.get("Branches", []), *([state["ItemProcessor"]] if "ItemProcessor" in state else [])]:
            yield from states(inner)


TASKS = [(name, state) for name, state in states() if state["Type"] == "Task"]


def function_of(state: dict[str, Any]) -> str:
    name = re.fullmatch(r"\$\{(\w+)Arn\}", state["Arguments"]["FunctionName"])
    assert name
    return name[1]


def handler_of(state: dict[str, Any]) -> WorkshopFunction[Any]:
    handler = importlib.import_module(SPECS[function_of(state)].handler.removesuffix(".handler")).handler
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
        assert retry["MaxAttempts"] <= (30 if retry["ErrorEquals"] == BUSY else 12)
        assert len(retry["ErrorEquals"]) == len(set(retry["ErrorEquals"]))


def attempts(state: dict[str, Any], error: str) -> int:
    """How often Step Functions tries again after this error."""
    return next((int(r["MaxAttempts"]) for r in state["Retry"] if error in r["ErrorEquals"]), 0)


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_waiting_for_concurrency_of_the_account_uses_up_no_other_attempts(name: str, state: dict[str, Any]) -> None:
    """Other functions of the account may take all of it for minutes."""
    first, *others = state["Retry"]
    assert (first["ErrorEquals"], first["MaxAttempts"], first["MaxDelaySeconds"]) == (BUSY, 30, 60)
    assert not any(set(BUSY) & set(retry["ErrorEquals"]) for retry in others)


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_an_error_counts_in_one_place(name: str, state: dict[str, Any]) -> None:
    named = [error for retry in state["Retry"] for error in retry["ErrorEquals"]]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_faults_of_aws_that_pass_are_tried_again(name: str, state: dict[str, Any]) -> None:
    gate = state["Resource"].endswith(".waitForTaskToken")
    passing = AWS_ERRORS - {"States.ALL"} - ({"States.Timeout"} if gate else set())
    assert all(attempts(state, error) >= 6 for error in {*passing, "StoreUnavailable", "Conflict"})
    assert attempts(state, "States.ALL") == 0


@pytest.mark.parametrize(
    ("error", "most"),
    [
        ("ModelThrottled", 12),
        ("ModelTimeout", 10),
        ("AttemptUnfinished", 10),
        ("OutputInvalid", 3),
        ("OutputTruncated", 3),
        ("ModelRefused", 1),
        ("BudgetExceeded", 4),
        ("ModelAccessDenied", 0),
        ("ContextTooLong", 0),
    ],
)
def test_what_a_model_did_is_tried_again_as_often_as_it_may_help(error: str, most: int) -> None:
    """Reservations of parallel calls free the budget again; a refusal seldom changes; access is a person's matter."""
    assert {name: attempts(state, error) for name, state in TASKS} == {
        name: most if spec.calls_model else 0 for name, spec in ((n, SPECS[function_of(s)]) for n, s in TASKS)
    }


def test_states_hand_on_nothing_but_variables() -> None:
    """A state's input is not read; what it would hold is in the history of the execution twice over."""
    assert {name: s["Output"] for name, s in states() if s["Type"] in ("Task", "Map", "Parallel") and s["Output"]} == {}
    read = set(re.findall(r"\$states\.input[\w.]*", json.dumps(DEFINITION)))
    assert read == {"$states.input.workshop", "$states.input"}  # the execution's, and what a Map selects for an item


def test_every_failure_ends_in_the_record_of_the_workshop() -> None:
    top = DEFINITION["States"]
    catching = {n for n, s in top.items() if any("States.ALL" in c["ErrorEquals"] for c in s.get("Catch", []))}
    working = {n for n, s in top.items() if s["Type"] in ("Task", "Map", "Parallel")}
    assert working - catching == {"RecordFailure"}


class FailingWithoutCause(Functions):
    """AWS need not say why."""

    def __init__(self) -> None:
        self.recorded: list[dict[str, Any]] = []

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        if function != "RecordFailure":
            raise StateFailed("States.Timeout", "")
        self.recorded.append(payload)
        return {}

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        raise AssertionError("no gate is reached")


def test_a_failure_without_a_cause_is_recorded_too() -> None:
    functions = FailingWithoutCause()
    ended = Execution(DEFINITION, {"workshop": "w1"}, functions, FakeClock()).run()

    assert functions.recorded == [{"workshop": "w1", "phase": "day0", "error": "States.Timeout", "cause": ""}]
    assert (ended.state, ended.error, ended.cause) == ("Failed", "States.Timeout", "")


def test_every_wait_has_an_end() -> None:
    assert all("TimeoutSeconds" in state for _, state in TASKS)
    assert DEFINITION["TimeoutSeconds"] > 0


def test_no_gate_waits_longer_than_an_execution_may_run() -> None:
    longest = 80
    assert RunDefaults(review_days=longest).review_days * 86_400 < DEFINITION["TimeoutSeconds"]
    with pytest.raises(ValidationError, match="review_days"):
        RunDefaults(review_days=longest + 1)


def test_every_lambda_of_the_workflow_is_used() -> None:
    folder = Path(importlib.import_module("handlers").__path__[0])
    support = {"__init__", "calls", "invocation", "rehearse"}
    used = {state["Arguments"]["FunctionName"] for _, state in TASKS}
    names = {re.sub(r"(?<!^)(?=[A-Z])", "_", u[2:-4]).lower() for u in used}
    assert names == {p.stem for p in folder.glob("*.py")} - support
