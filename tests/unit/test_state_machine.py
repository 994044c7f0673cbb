"""The state machines' texts against the code that they call."""

import importlib
from typing import Any

import pytest

import mlew.errors
from handlers.invocation import WorkshopFunction
from tests.unit.machines import ALL, AWS_ERRORS, SPECS, TASKS, function_of

AWS_CHILD_ERRORS = {
    "StepFunctions.AWSStepFunctionsException",
    "StepFunctions.ExecutionLimitExceededException",
    "StepFunctions.SdkClientException",
}


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
