import json
import uuid

import boto3
import pytest

from infra.embedded.endpoint import ACCOUNT, Endpoint
from mlew.adapters.clients import Clients
from mlew.adapters.executions import StepFunctionsExecutions
from mlew.errors import Conflict, InputError, SetupError
from mlew.ports.executions import Executions
from tests.fakes import InMemoryExecutions

WAITING = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 3600, "End": True}}}


TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"},
    ],
}


def _on(session: boto3.Session) -> Executions:
    name = f"practice-{uuid.uuid4().hex[:8]}"
    role = session.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
    machine = session.client("stepfunctions").create_state_machine(
        name=name, definition=json.dumps(WAITING), roleArn=role["Role"]["Arn"]
    )
    return StepFunctionsExecutions(Clients(session), machine["stateMachineArn"])


@pytest.fixture(scope="module", params=["memory", "moto", pytest.param("embedded", marks=pytest.mark.embedded)])
def executions(request: pytest.FixtureRequest) -> Executions:
    if request.param == "memory":
        return InMemoryExecutions()
    if request.param == "moto":
        return _on(request.getfixturevalue("moto_session"))
    endpoint: Endpoint = request.getfixturevalue("embedded_aws")
    return _on(endpoint.session())


def test_a_started_execution_runs_until_it_is_stopped(executions: Executions) -> None:
    execution = executions.start("w", "stopped")
    assert executions.state(execution) == "running"
    executions.stop(execution, "because")
    assert executions.state(execution) == "failed"
    executions.stop(execution, "once more")
    assert executions.state(execution) == "failed"


def test_a_name_is_used_once(executions: Executions) -> None:
    executions.stop(executions.start("w", "used"), "")
    with pytest.raises(Conflict):
        executions.start("w", "used")


def test_a_name_of_another_workshop_is_taken(executions: Executions) -> None:
    executions.start("w", "of-w")
    with pytest.raises(Conflict):
        executions.start("v", "of-w")


@pytest.mark.parametrize("forgotten", ["", "nowhere"])
def test_a_forgotten_execution_is_unknown_and_can_be_stopped(executions: Executions, forgotten: str) -> None:
    arn = f"arn:aws:states:ap-northeast-1:{ACCOUNT}:execution:practice:{forgotten}" if forgotten else ""
    assert executions.state(arn) == "unknown"
    executions.stop(arn, "")


def test_without_a_token_nobody_wakes(executions: Executions) -> None:
    assert not executions.wake("", {"phase": "listen"})


@pytest.mark.embedded
def test_a_token_that_nobody_waits_with_wakes_nobody(embedded_aws: Endpoint) -> None:
    assert not _on(embedded_aws.session()).wake("gone", {"phase": "listen"})


def test_an_execution_starts_with_the_workshop_as_its_only_input(moto_session: boto3.Session) -> None:
    execution = _on(moto_session).start("w-1", "one")
    described = moto_session.client("stepfunctions").describe_execution(executionArn=execution)
    assert json.loads(described["input"]) == {"workshop": "w-1"}


def test_what_is_no_workshop_id_starts_nothing(moto_session: boto3.Session) -> None:
    with pytest.raises(InputError):
        _on(moto_session).start("../x", "one")


def test_a_state_machine_that_is_gone_is_a_matter_of_setup(moto_session: boto3.Session) -> None:
    gone = f"arn:aws:states:ap-northeast-1:{ACCOUNT}:stateMachine:gone"
    with pytest.raises(SetupError, match=r"(?i)does not exist"):
        StepFunctionsExecutions(Clients(moto_session), gone).start("w", "one")
