"""What Step Functions says to a task token."""

import json
from collections.abc import Iterator

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from mlew.adapters.clients import Clients
from mlew.adapters.executions import StepFunctionsExecutions


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
