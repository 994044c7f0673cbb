"""What is tried again, and how often."""

from typing import Any

import pytest

from tests.unit.machines import AWS_ERRORS, CHILDREN, SPECS, TASKS, function_of

BUSY = ["Lambda.TooManyRequestsException"]


def attempts(state: dict[str, Any], error: str) -> int:
    """How often Step Functions tries again after this error."""
    return next((int(r["MaxAttempts"]) for r in state["Retry"] if error in r["ErrorEquals"]), 0)


@pytest.mark.parametrize(("name", "state"), [*TASKS, *CHILDREN], ids=[name for name, _ in [*TASKS, *CHILDREN]])
def test_every_retry_is_spread_and_bounded(name: str, state: dict[str, Any]) -> None:
    assert state["Retry"]
    for retry in state["Retry"]:
        assert retry["JitterStrategy"] == "FULL"
        assert retry["MaxDelaySeconds"] <= 60
        assert retry["MaxAttempts"] <= (30 if retry["ErrorEquals"] == BUSY else 12)
        assert len(retry["ErrorEquals"]) == len(set(retry["ErrorEquals"]))


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
