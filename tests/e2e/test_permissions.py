"""With IAM enforced: what each function's role may do, and what it may not.

Items of other tenants are kept apart by `dynamodb:LeadingKeys`, which the emulator does not check: the policies are
compared in tests/infra, and the stores are crossed in tests/integration/adapters/test_tenants.py.
"""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from infra.embedded.emulator import lambda_runtime
from infra.functions import WORKFLOW, Function
from infra.state_machines import WORKFLOWS, WorkflowName, functions_named
from tests.e2e.role import Role, refused
from tests.e2e.standing import Standing

pytestmark = pytest.mark.embedded

AREAS = ("inputs", "artifacts", "drafts", "answers")


@pytest.fixture(params=WORKFLOW, ids=lambda f: f.name)
def function(request: pytest.FixtureRequest) -> Function:
    found: Function = request.param
    return found


@pytest.fixture
def role(standing: Standing, function: Function) -> Role:
    configured = standing.endpoint_session.client("lambda").get_function_configuration(
        FunctionName=f"mlew-local-{function.name}"
    )
    return Role(standing, configured["Role"])


@pytest.fixture(scope="module")
def foreign(standing: Standing) -> dict[str, str]:
    """What belongs to somebody else in the same account."""
    session = standing.endpoint_session
    session.client("s3").create_bucket(
        Bucket="somebody-elses", CreateBucketConfiguration={"LocationConstraint": session.region_name}
    )
    session.client("dynamodb").create_table(
        TableName="somebody-elses",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in ("pk", "sk")],
    )
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    made = session.client("iam").create_role(
        RoleName="somebody-elses", AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.py", "def handler(event, context): return 1")
    session.client("lambda").create_function(
        FunctionName="somebody-elses",
        Runtime=lambda_runtime(),
        Handler="index.handler",
        Role=made["Role"]["Arn"],
        Code={"ZipFile": packed.getvalue()},
    )
    return {"bucket": "somebody-elses", "table": "somebody-elses", "function": "somebody-elses"}


def test_a_function_reads_and_writes_its_own_areas_of_its_own_tenant(role: Role, function: Function) -> None:
    assert tuple(area for area in AREAS if role.reads(f"local/none/{area}/x")) == _in_order(function.reads)
    assert tuple(area for area in AREAS if role.writes(f"local/none/{area}/x")) == _in_order(function.writes)
    assert role.looks_up(role.table)


def test_a_function_reaches_no_other_tenant_bucket_or_table(role: Role, foreign: dict[str, str]) -> None:
    assert not any(role.reads(f"another/none/{area}/x") for area in AREAS)
    assert not any(role.writes(f"another/none/{area}/x") for area in AREAS)
    assert not role.reads("local/none/artifacts/x", foreign["bucket"])
    assert not role.writes("local/none/artifacts/x", foreign["bucket"])
    assert not role.looks_up(foreign["table"])


def test_a_function_asks_the_configured_model_or_none(role: Role, function: Function, standing: Standing) -> None:
    assert role.asks(standing.deployment.model.id) == function.calls_model
    assert not role.asks("anthropic.claude-sonnet-4-6")
    assert not role.asks("jp.anthropic.claude-sonnet-4-6")


def test_a_function_cannot_make_itself_more_than_it_is(role: Role, foreign: dict[str, str]) -> None:
    assert refused(lambda: role.client("iam").create_user(UserName="more"))
    assert refused(lambda: role.client("ssm").get_parameter(Name="/mlew/local/deployment"))
    assert refused(lambda: role.client("dynamodb").scan(TableName=role.table))
    assert refused(lambda: role.client("s3").list_objects_v2(Bucket=role.bucket))
    assert refused(lambda: role.client("s3").delete_object(Bucket=role.bucket, Key="local/none/artifacts/x"))
    assert not role.invokes(foreign["function"])


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_state_machine_invokes_its_own_functions_only(
    standing: Standing, foreign: dict[str, str], workflow: WorkflowName
) -> None:
    deployment = standing.deployment
    arns = {
        "practice": deployment.state_machine,
        "improvement": deployment.improvement_machine,
        "mock": deployment.mock_machine,
    }
    machines = standing.endpoint_session.client("stepfunctions")
    described = machines.describe_state_machine(stateMachineArn=arns[workflow])
    role = Role(standing, described["roleArn"])

    assert {f.name for f in WORKFLOW if role.invokes(f"mlew-local-{f.name}")} == set(functions_named(workflow))
    assert not role.invokes(foreign["function"])
    assert not role.looks_up(role.table)
    assert not role.reads("local/none/artifacts/x")


def test_the_intake_looks_up_keys_and_puts_records_and_reads_nothing(standing: Standing) -> None:
    role, stream, table = _metrics_role(standing, "TakeEvents")
    assert role.looks_up(table)
    assert not refused(lambda: role.client("kinesis").put_record(StreamName=stream, Data=b"x", PartitionKey="x"))
    assert refused(lambda: role.client("kinesis").describe_stream(StreamName=stream))
    assert refused(lambda: role.client("kinesis").list_shards(StreamName=stream))
    for write in _writes(role, table):
        assert refused(write)
    assert refused(lambda: role.client("dynamodb").query(**_everything(table)))
    assert _knows_no_workshop(role)


def test_counting_writes_numbers_and_puts_nothing_on_the_stream(standing: Standing) -> None:
    role, stream, table = _metrics_role(standing, "CountEvents")
    assert role.looks_up(table)
    assert not refused(lambda: role.client("dynamodb").query(**_everything(table)))
    assert refused(lambda: role.client("kinesis").put_record(StreamName=stream, Data=b"x", PartitionKey="x"))
    assert refused(lambda: role.client("dynamodb").scan(TableName=table))
    assert refused(lambda: role.client("dynamodb").delete_item(TableName=table, Key=_NOWHERE))
    assert _knows_no_workshop(role)


def test_what_takes_passcodes_reads_no_numbers(standing: Standing) -> None:
    role, stream, table = _metrics_role(standing, "UnlockMock")
    assert role.looks_up(table)
    assert refused(lambda: role.client("dynamodb").put_item(TableName=table, Item=_NOWHERE))
    assert refused(lambda: role.client("dynamodb").query(**_everything(table)))
    assert refused(lambda: role.client("kinesis").put_record(StreamName=stream, Data=b"x", PartitionKey="x"))
    assert _knows_no_workshop(role)


_NOWHERE = {"pk": {"S": "local#none"}, "sk": {"S": "NONE"}}


def _metrics_role(standing: Standing, function: str) -> tuple[Role, str, str]:
    """The role of one of the functions that the internet reaches; stream and table of the metrics."""
    functions = standing.endpoint_session.client("lambda")
    role = functions.get_function_configuration(FunctionName=f"mlew-local-{function}")["Role"]
    intake = functions.get_function_configuration(FunctionName="mlew-local-TakeEvents")["Environment"]["Variables"]
    assert standing.deployment.mocks is not None
    return Role(standing, role), intake["MLEW_STREAM"], standing.deployment.mocks.metrics_table


def _everything(table: str) -> dict[str, Any]:
    return {
        "TableName": table,
        "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": _NOWHERE["pk"]},
    }


def _writes(role: Role, table: str) -> list[Callable[[], Any]]:
    client = role.client("dynamodb")
    return [
        lambda: client.put_item(TableName=table, Item=_NOWHERE),
        lambda: client.update_item(TableName=table, Key=_NOWHERE),
        lambda: client.delete_item(TableName=table, Key=_NOWHERE),
        lambda: client.scan(TableName=table),
    ]


def _knows_no_workshop(role: Role) -> bool:
    looks = role.looks_up(role.table) or any(
        role.reads(f"local/none/{a}/x") or role.writes(f"local/x/{a}/x") for a in AREAS
    )
    return not looks and refused(lambda: role.client("ssm").get_parameter(Name="/mlew/local/deployment"))


def _in_order(areas: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(area for area in AREAS if area in areas)
