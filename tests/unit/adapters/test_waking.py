"""What Step Functions says to a task token, and which state machine an edition has."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from mlew.adapters.clients import Clients
from mlew.adapters.executions import StepFunctionsExecutions
from mlew.errors import SetupError


@pytest.fixture
def clients() -> Clients:
    return Clients(boto3.Session("test", "test", region_name="ap-northeast-1"))


@pytest.fixture
def answers(clients: Clients) -> Iterator[Stubber]:
    with Stubber(clients.stepfunctions()) as stubber:
        yield stubber


def test_the_waiting_execution_gets_the_output(clients: Clients, answers: Stubber) -> None:
    answers.add_response("send_task_success", {}, {"taskToken": "t", "output": json.dumps({"phase": "listen"})})
    assert StepFunctionsExecutions(clients, "arn").wake("t", {"phase": "listen"})


@pytest.mark.parametrize("code", ["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])
def test_a_token_that_is_gone_wakes_nobody(clients: Clients, answers: Stubber, code: str) -> None:
    answers.add_client_error("send_task_success", code)
    assert not StepFunctionsExecutions(clients, "arn").wake("t", {})


def test_another_error_is_not_taken_for_a_token_that_is_gone(clients: Clients, answers: Stubber) -> None:
    answers.add_client_error("send_task_success", "InvalidOutput")
    with pytest.raises(ClientError):
        StepFunctionsExecutions(clients, "arn").wake("t", {})


PRACTICE = "arn:aws:states:ap-northeast-1:000000000000:stateMachine:practice"
IMPROVEMENT = PRACTICE.replace("practice", "improvement")


def test_each_edition_is_started_on_its_own_state_machine(clients: Clients, answers: Stubber) -> None:
    executions = StepFunctionsExecutions(clients, PRACTICE, IMPROVEMENT)
    named = executions.reference("w1-7", edition="improvement")
    answers.add_response(
        "start_execution",
        {"executionArn": named, "startDate": datetime(2026, 4, 8, tzinfo=UTC)},
        {"stateMachineArn": IMPROVEMENT, "name": "w1-7", "input": json.dumps({"workshop": "w1"})},
    )

    assert named == "arn:aws:states:ap-northeast-1:000000000000:execution:improvement:w1-7"
    assert executions.start("w1", "w1-7", edition="improvement") == named


def test_a_deployment_that_knows_no_improvement_edition_says_what_to_do(clients: Clients) -> None:
    executions = StepFunctionsExecutions(clients, PRACTICE)

    with pytest.raises(SetupError, match="no improvement edition") as missing:
        executions.start("w1", "w1-7", edition="improvement")
    assert "Deploy again" in missing.value.hint
    assert executions.reference("w1-7").endswith(":execution:practice:w1-7")
