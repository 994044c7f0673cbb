"""The state machines' texts against the code that they call."""

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
from infra.state_machines import EDITIONS, WORKFLOWS, definition
from mlew.domain.base import Edition
from mlew.domain.workshop import PHASES_OF
from mlew.settings import RunDefaults
from tests.fakes import FakeClock
from tests.workflow.interpreter import CHILD, Ended, Execution, Functions, StateFailed

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
AWS_CHILD_ERRORS = {
    "StepFunctions.AWSStepFunctionsException",
    "StepFunctions.ExecutionLimitExceededException",
    "StepFunctions.SdkClientException",
}
BUSY = ["Lambda.TooManyRequestsException"]
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


def handler_of(state: dict[str, Any]) -> WorkshopFunction[Any]:
    handler = importlib.import_module(SPECS[function_of(state)].handler.removesuffix(".handler")).handler
    assert isinstance(handler, WorkshopFunction)
    return handler


def payload_keys(name: str, state: dict[str, Any]) -> set[str]:
    payload = state["Arguments"]["Payload"]
    if isinstance(payload, dict):
        return set(payload)
    own = name.partition(".")[2]
    inside = next(s for _, s in ALL if own in s.get("ItemProcessor", {}).get("States", {}))
    caught = [
        c["Output"] for s in inside["ItemProcessor"]["States"].values() for c in s.get("Catch", []) if c["Next"] == own
    ]
    return set((caught or [inside["ItemSelector"]])[0])


@pytest.mark.parametrize(("name", "state"), TASKS, ids=[name for name, _ in TASKS])
def test_every_task_sends_what_its_lambda_takes(name: str, state: dict[str, Any]) -> None:
    assert payload_keys(name, state) == set(handler_of(state).call_type.model_fields)


@pytest.mark.parametrize(("name", "state"), ALL, ids=[name for name, _ in ALL])
def test_every_error_name_exists(name: str, state: dict[str, Any]) -> None:
    named = {e for rule in [*state.get("Retry", []), *state.get("Catch", [])] for e in rule["ErrorEquals"]}
    ours = named - AWS_ERRORS - AWS_CHILD_ERRORS
    assert all(issubclass(getattr(mlew.errors, e), mlew.errors.MlewError) for e in ours)


@pytest.mark.parametrize(("name", "state"), [*TASKS, *CHILDREN], ids=[name for name, _ in [*TASKS, *CHILDREN]])
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
    assert {name: s["Output"] for name, s in ALL if s["Type"] in ("Task", "Map", "Parallel") and s["Output"]} == {}
    for edition in EDITIONS:
        read = set(re.findall(r"\$states\.input[\w.]*", json.dumps(MACHINES[edition])))
        # the execution's, and what a Map selects for an item, with the pair of a mock that failed
        assert read == {"$states.input.workshop", "$states.input.pair", "$states.input"}
    of_one_mock = set(re.findall(r"\$states\.input[\w.]*", json.dumps(MOCK)))
    assert of_one_mock == {f"$states.input.{name}" for name in ("workshop", "pair", "round")}


@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_no_variable_inside_a_branch_is_called_like_one_outside(machine: dict[str, Any]) -> None:
    """Step Functions refuses to assign it there."""
    inner = [s for _, s in states(machine) if not any(s is top for top in machine["States"].values())]
    assigning = [rule for s in inner for rule in [s, *s.get("Catch", [])] if "Assign" in rule]
    assert assigning == []


@pytest.mark.parametrize(("name", "state"), CHILDREN, ids=[name for name, _ in CHILDREN])
def test_a_child_is_given_what_it_begins_with(name: str, state: dict[str, Any]) -> None:
    begun = re.findall(r"\$states\.input\.(\w+)", json.dumps(MOCK["States"]["Begin"]))
    selected = next(s["ItemSelector"] for _, s in ALL if s["Type"] == "Map" and "MakeMock" in json.dumps(s))
    assert state["Arguments"]["Input"] == "{% $states.input %}"
    assert set(begun) == set(selected) - {"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"}
    assert state["TimeoutSeconds"] > MOCK["TimeoutSeconds"]  # a child says itself that it took too long


def without_catcher(machine: dict[str, Any]) -> set[str]:
    top = machine["States"]
    catching = {n for n, s in top.items() if any("States.ALL" in c["ErrorEquals"] for c in s.get("Catch", []))}
    return {n for n, s in top.items() if s["Type"] in ("Task", "Map", "Parallel")} - catching


def test_every_failure_ends_in_the_record_of_the_workshop_or_of_the_mock() -> None:
    assert all(without_catcher(MACHINES[edition]) == {"RecordFailure"} for edition in EDITIONS)
    assert without_catcher(MOCK) == {"RecordMockFailure"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_mock_can_stop_the_workshop(edition: str) -> None:
    inside = next(s["ItemProcessor"] for n, s in ALL if n == f"{edition}.Mocks")
    assert without_catcher(inside) == set()


def test_a_mock_that_the_edge_does_not_show_yet_is_looked_at_again_for_a_minute_or_two() -> None:
    retry = next(r for r in MOCK["States"]["CheckMock"]["Retry"] if "SiteUnsettled" in r["ErrorEquals"])
    first, rate, most = retry["IntervalSeconds"], retry["BackoffRate"], retry["MaxDelaySeconds"]
    assert 100 < sum(min(first * rate**n, most) for n in range(retry["MaxAttempts"])) < 300


class FailingWithoutCause(Functions):
    """AWS need not say why."""

    def __init__(self) -> None:
        self.recorded: list[dict[str, Any]] = []

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
        raise AssertionError("no mock is made")

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        if function not in ("RecordFailure", "RecordMockFailure"):
            raise StateFailed("States.Timeout", "")
        self.recorded.append(payload)
        return {}

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        raise AssertionError("no gate is reached")


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_failure_without_a_cause_is_recorded_too(edition: Edition) -> None:
    functions = FailingWithoutCause()
    ended = Execution(MACHINES[edition], {"workshop": "w1"}, functions, FakeClock()).run()

    first = PHASES_OF[edition][0]
    assert functions.recorded == [{"workshop": "w1", "phase": first, "error": "States.Timeout", "cause": ""}]
    assert (ended.state, ended.error, ended.cause) == ("Failed", "States.Timeout", "")


def test_a_mock_that_failed_without_a_cause_is_recorded_too() -> None:
    functions = FailingWithoutCause()
    ended = Execution(MOCK, {"workshop": "w1", "pair": "a", "round": 1}, functions, FakeClock()).run()

    assert functions.recorded == [{"workshop": "w1", "pair": "a", "error": "States.Timeout", "cause": ""}]
    assert (ended.state, ended.error, ended.cause) == ("Failed", "States.Timeout", "")


def test_every_wait_has_an_end() -> None:
    assert all("TimeoutSeconds" in state for _, state in [*TASKS, *CHILDREN])
    assert all(machine["TimeoutSeconds"] > 0 for machine in MACHINES.values())


def test_no_gate_waits_longer_than_an_execution_may_run() -> None:
    longest = 80
    for edition in EDITIONS:
        assert RunDefaults(review_days=longest).review_days * 86_400 < MACHINES[edition]["TimeoutSeconds"]
    with pytest.raises(ValidationError, match="review_days"):
        RunDefaults(review_days=longest + 1)


def test_every_lambda_of_the_workflow_is_used() -> None:
    folder = Path(importlib.import_module("handlers").__path__[0])
    used = {state["Arguments"]["FunctionName"] for _, state in TASKS}
    assert used == {f"${{{spec.name}Arn}}" for spec in WORKFLOW}
    assert {spec.handler.split(".")[1] for spec in WORKFLOW} <= {p.stem for p in folder.glob("*.py")}


class Planned(Functions):
    """Says that this phase is next, and notes which functions are called until its gate opens."""

    def __init__(self, phase: str) -> None:
        self.phase = phase
        self.called: list[str] = []
        self.made: list[str] = []

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        if function == "PlanNext":
            action = "done" if self.called else "run"
            cell = {"pair": "a", "question": "Q1", "view": 0}
            return {
                **{"action": action, "phase": self.phase, "round": 1, "gate_seconds": 1},
                **{"cells": [cell], "pairs": ["a"], "mocks": ["a"]},
            }
        self.called.append(function)
        return {}

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
        self.made.append(f"{machine} {given['pair']}")
        return Ended("Made", {})

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        self.called.append(function)
        return {}


@pytest.mark.parametrize(
    ("phase", "called"),
    [
        ("precheck", ["GroupVoices", "RunPrecheck"]),
        ("listen", ["RunListen"]),
        ("define", ["RunDefine"]),
        ("invent", ["RateSolutions", "RunInvent", "CollectInventions"]),
        ("refine", ["RunRefine"]),
        ("iterate", ["RunIterate"]),
        ("market", ["RunMarket"]),
        ("plan", ["RunPlan"]),
        ("closing", ["RunClosing"]),
    ],
)
def test_a_phase_of_the_improvement_edition_runs_its_functions_and_opens_its_gate(
    phase: str, called: list[str]
) -> None:
    functions = Planned(phase)

    ended = Execution(MACHINES["improvement"], {"workshop": "w1"}, functions, FakeClock()).run()

    assert ended.state == "Finished"
    assert functions.called == [*called, "OpenGate"]
    assert functions.made == (["Mock a"] if phase == "iterate" else [])


def test_every_phase_of_an_edition_has_its_way() -> None:
    for edition in EDITIONS:
        for phase in PHASES_OF[edition]:
            functions = Planned(phase)
            Execution(MACHINES[edition], {"workshop": "w1"}, functions, FakeClock()).run()
            assert len(functions.called) >= 2, (edition, phase)
