"""The stack of the click metrics: who may what, what is kept from whom, and what it is without an intake."""

from typing import Any

import pytest

from infra.environments import Environment
from tests.infra.conftest import Synthesis
from tests.infra.settings import example, local
from tests.infra.templates import actions, listed, resources, role_of

CUSTOMER = example(tenant="tenant-a")
OFF = example(metrics={"intake": "off"})
ON_DEMAND = example(metrics={"intake": "on-demand", "archive": True, "throttle": 50})


def metrics(synthesis: Synthesis, environment: Environment) -> dict[str, Any]:
    return synthesis(environment)[environment.name("metrics")]


@pytest.fixture(scope="module")
def stack(synthesis: Synthesis) -> dict[str, Any]:
    return metrics(synthesis, CUSTOMER)


def test_the_intake_reads_keys_and_puts_records_and_nothing_else(stack: dict[str, Any]) -> None:
    found = role_of(stack, "TakeEvents")
    data = {a for a in actions(found) if not a.startswith(("logs:", "kms:"))}
    assert data == {"dynamodb:GetItem", "kinesis:PutRecord"}
    (reading,) = [s for s in found if "dynamodb:GetItem" in listed(s["Action"])]
    assert reading["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["tenant-a#KEY#*"]}}
    (putting,) = [s for s in found if "kinesis:PutRecord" in listed(s["Action"])]
    (stream,) = resources([stack], "AWS::Kinesis::Stream")
    assert putting["Resource"]["Fn::GetAtt"] == [stream, "Arn"]


def test_counting_stays_with_the_tenants_items_and_cannot_put_on_the_stream(stack: dict[str, Any]) -> None:
    found = role_of(stack, "CountEvents")
    for statement in found:
        if any(a.startswith("dynamodb:") for a in listed(statement["Action"])):
            writes = any(a in ("dynamodb:PutItem", "dynamodb:UpdateItem") for a in listed(statement["Action"]))
            numbers = ["tenant-a#" + "?" * 16, "tenant-a#SHARDS"]
            keys = numbers if writes else ["tenant-a#LINK#*", *numbers]
            assert statement["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": keys}}
    granted = actions(found)
    assert not granted & {"kinesis:PutRecord", "kinesis:PutRecords", "dynamodb:Scan", "s3:PutObject"}
    assert not [a for a in granted if "*" in a or "Delete" in a]


def test_the_key_is_used_through_what_each_function_needs(stack: dict[str, Any]) -> None:
    def services(function: str) -> set[str]:
        (using,) = [s for s in role_of(stack, function) if "kms:Decrypt" in listed(s["Action"])]
        return {name.partition(".")[0] for name in using["Condition"]["StringEquals"]["kms:ViaService"]}

    assert services("TakeEvents") == {"dynamodb", "kinesis"}
    assert services("CountEvents") == {"dynamodb", "kinesis", "s3", "sqs"}


def test_stream_and_queue_are_encrypted_with_the_customers_key(stack: dict[str, Any]) -> None:
    (stream,) = resources([stack], "AWS::Kinesis::Stream").values()
    assert stream["StreamEncryption"]["EncryptionType"] == "KMS"
    assert stream["ShardCount"] == 1
    (queue,) = resources([stack], "AWS::SQS::Queue").values()
    assert "KmsMasterKeyId" in queue


def test_the_api_takes_posts_only_throttled_and_without_a_log(stack: dict[str, Any]) -> None:
    keys = {route["RouteKey"] for route in resources([stack], "AWS::ApiGatewayV2::Route").values()}
    assert keys == {"POST /v1/events", "POST /{proxy+}"}
    (stage,) = resources([stack], "AWS::ApiGatewayV2::Stage").values()
    assert stage["DefaultRouteSettings"] == {"ThrottlingBurstLimit": 400, "ThrottlingRateLimit": 200}
    assert "AccessLogSettings" not in stage
    (api,) = resources([stack], "AWS::ApiGatewayV2::Api").values()
    assert api["CorsConfiguration"]["MaxAge"] == 86_400
    assert "AllowCredentials" not in api["CorsConfiguration"]


def test_nothing_here_is_traced(stack: dict[str, Any]) -> None:
    for function in resources([stack], "AWS::Lambda::Function").values():
        assert function.get("TracingConfig", {"Mode": "PassThrough"}) == {"Mode": "PassThrough"}
    assert not {a for name in ("TakeEvents", "CountEvents") for a in actions(role_of(stack, name)) if "xray" in a}


def test_a_record_that_crashes_does_not_hold_up_the_shard(stack: dict[str, Any]) -> None:
    (mapping,) = resources([stack], "AWS::Lambda::EventSourceMapping").values()
    assert mapping["MaximumBatchingWindowInSeconds"] == 5
    assert mapping["BisectBatchOnFunctionError"] is True
    assert mapping["MaximumRetryAttempts"] == 200
    assert mapping["MaximumRecordAgeInSeconds"] == 12 * 3600
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    (queue,) = resources([stack], "AWS::SQS::Queue")
    assert mapping["DestinationConfig"]["OnFailure"]["Destination"]["Fn::GetAtt"] == [queue, "Arn"]
    assert "ParallelizationFactor" not in mapping, "a shard's batches follow one another"


def test_turned_off_there_is_no_stream_and_the_intake_knows(synthesis: Synthesis) -> None:
    stack = metrics(synthesis, OFF)
    assert not resources([stack], "AWS::Kinesis::Stream")
    assert not resources([stack], "AWS::Lambda::EventSourceMapping")
    (intake,) = resources([stack], "AWS::Lambda::Function").values()
    assert intake["Environment"]["Variables"]["MLEW_STREAM"] == ""
    assert "kinesis:PutRecord" not in actions(role_of(stack, "TakeEvents"))


def test_on_demand_with_an_archive(synthesis: Synthesis) -> None:
    stack = metrics(synthesis, ON_DEMAND)
    (stream,) = resources([stack], "AWS::Kinesis::Stream").values()
    assert stream["StreamModeDetails"] == {"StreamMode": "ON_DEMAND"} and "ShardCount" not in stream
    (writing,) = [s for s in role_of(stack, "CountEvents") if "s3:PutObject" in listed(s["Action"])]
    assert writing["Resource"]["Fn::Join"][1][-1] == "/example/metrics/*"
    (stage,) = resources([stack], "AWS::ApiGatewayV2::Stage").values()
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == 50


def test_only_with_an_archive_may_operators_forget_numbers_and_count_again(synthesis: Synthesis) -> None:
    found = {}
    for environment in (CUSTOMER, ON_DEMAND):
        workshop = synthesis(environment)[environment.name("workshop")]
        (policy,) = resources([workshop], "AWS::IAM::ManagedPolicy").values()
        statements = policy["PolicyDocument"]["Statement"]
        found[environment.metrics.archive] = {s.get("Sid") for s in statements}
        forgetting = [s for s in statements if "dynamodb:BatchWriteItem" in listed(s["Action"])]
        assert all("dynamodb:LeadingKeys" in str(s["Condition"]) for s in forgetting)
    assert found[True] - found[False] == {"Forget", "Archive", "ListArchive"}
    assert found[False] <= found[True]


@pytest.mark.parametrize("environment", [OFF, ON_DEMAND, local(metrics={"intake": "off"})], ids=["off", "all", "local"])
def test_all_variants_can_be_synthesised(synthesis: Synthesis, environment: Environment) -> None:
    assert environment.name("metrics") in synthesis(environment)


def test_somebody_is_told_when_events_are_not_counted(synthesis: Synthesis) -> None:
    workshop = synthesis(CUSTOMER)[CUSTOMER.name("workshop")]
    names = {alarm["AlarmName"] for alarm in resources([workshop], "AWS::CloudWatch::Alarm").values()}
    assert {CUSTOMER.name(n) for n in ("EventsNotCounted", "EventsLate", "EventsNotTaken")} <= names
