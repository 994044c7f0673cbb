"""Each function may do what it needs on its tenant's data, and nothing else. IAM itself judges in the embedded AWS."""

from typing import Any

import pytest

from infra.functions import WORKFLOW, Function
from infra.state_machines import EDITIONS, WORKFLOWS, EditionName, WorkflowName, functions_named
from tests.infra.conftest import Synthesis
from tests.infra.settings import example
from tests.infra.templates import actions, listed, resources, role_of, statements

CUSTOMER = example(tenant="tenant-a")
NO_RESOURCES = {
    "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    "bedrock:GetFoundationModelAvailability", "cloudformation:BatchDescribeTypeConfigurations",
    "cloudformation:DescribeStackDriftDetectionStatus", "servicequotas:GetServiceQuota",
    "servicequotas:ListServiceQuotas",
}  # fmt: skip


@pytest.fixture(scope="module")
def workshop(synthesis: Synthesis) -> dict[str, Any]:
    return synthesis(CUSTOMER)[CUSTOMER.name("workshop")]


def test_actions_are_named_one_by_one(workshop: dict[str, Any]) -> None:
    assert not [(name, s) for name, s in statements(workshop) if any("*" in action for action in listed(s["Action"]))]


def test_everything_is_allowed_on_named_resources_unless_aws_knows_none(workshop: dict[str, Any]) -> None:
    open_ = [s for _, s in statements(workshop) if "*" in listed(s["Resource"])]
    assert actions(open_) <= NO_RESOURCES


def test_records_are_reached_by_the_tenants_keys_only(workshop: dict[str, Any]) -> None:
    touching = [s for _, s in statements(workshop) if any(a.startswith("dynamodb:") for a in listed(s["Action"]))]
    data = [s for s in touching if "dynamodb:GetItem" in s["Action"]]
    about_mocks = 1 + sum(spec.tracks for spec in WORKFLOW)  # keys and links in the table of the metrics
    assert len(data) == len(WORKFLOW) + 1 + about_mocks, "every function and the operator"
    for statement in data:
        keys = ["tenant-a#*"]
        if statement["Sid"] == "Metrics" and "dynamodb:BatchGetItem" not in statement["Action"]:
            # What a function registers for a mock: passcodes, and what signs their cookies, are not among it.
            keys = ["tenant-a#KEY#*", "tenant-a#LINK#*", "tenant-a#" + "?" * 16]
        assert statement["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": keys}}
    assert actions(s for s in touching if s not in data) <= {"dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"}


def test_nobody_scans_and_nobody_deletes_but_sites(workshop: dict[str, Any]) -> None:
    granted = actions(s for _, s in statements(workshop))
    assert "dynamodb:Scan" not in granted
    deleting = [s for _, s in statements(workshop) for a in listed(s["Action"]) if "Delete" in a and "logs:" not in a]
    assert {s["Sid"] for s in deleting} == {"MockFiles"}


@pytest.mark.parametrize("spec", WORKFLOW, ids=lambda spec: spec.name)
def test_bodies_are_reached_below_the_tenants_prefix_in_the_areas_listed(
    workshop: dict[str, Any], spec: Function
) -> None:
    for action, areas in (("s3:GetObject", spec.reads), ("s3:PutObject", spec.writes)):
        found = [s for s in role_of(workshop, spec.name) if action in listed(s["Action"])]
        suffixes = {arn["Fn::Join"][1][-1] for s in found if s["Sid"] != "MockFiles" for arn in listed(s["Resource"])}
        assert suffixes == {f"/tenant-a/*/{area}/*" for area in areas}


@pytest.mark.parametrize("spec", WORKFLOW, ids=lambda spec: spec.name)
def test_only_steps_that_ask_the_model_may_call_it(workshop: dict[str, Any], spec: Function) -> None:
    allowed = actions(role_of(workshop, spec.name))
    assert ("bedrock:InvokeModel" in allowed) is spec.calls_model
    assert "bedrock:InvokeModelWithResponseStream" not in allowed


@pytest.mark.parametrize("spec", WORKFLOW, ids=lambda spec: spec.name)
def test_only_gates_may_wake_an_execution_and_only_of_the_editions(workshop: dict[str, Any], spec: Function) -> None:
    waking = [s for s in role_of(workshop, spec.name) if "states:SendTaskSuccess" in listed(s["Action"])]
    assert bool(waking) is spec.wakes
    for statement in waking:
        arn = "arn:aws:states:ap-northeast-1:111122223333:stateMachine:mlew-example"
        assert listed(statement["Action"]) == ["states:SendTaskSuccess"]
        assert statement["Resource"] == [f"{arn}-practice", f"{arn}-improvement"]


def test_the_key_is_used_through_table_and_bucket_only(workshop: dict[str, Any]) -> None:
    using = [s for _, s in statements(workshop) if "kms:Decrypt" in listed(s["Action"])]
    assert using
    for statement in using:
        via = statement["Condition"]["StringEquals"]["kms:ViaService"]
        assert via == ["dynamodb.ap-northeast-1.amazonaws.com", "s3.ap-northeast-1.amazonaws.com"]


def test_every_function_has_a_role_of_its_own(workshop: dict[str, Any]) -> None:
    roles = [f["Role"]["Fn::GetAtt"][0] for f in resources([workshop], "AWS::Lambda::Function").values()]
    assert len(set(roles)) == len(roles) == len(WORKFLOW)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_state_machine_may_invoke_the_functions_that_it_names_and_nothing_else(
    workshop: dict[str, Any], name: WorkflowName
) -> None:
    (invoking,) = [s for s in role_of(workshop, name.title()) if "lambda:InvokeFunction" in listed(s["Action"])]
    made = resources([workshop], "AWS::Lambda::Function")
    allowed = {made[arn["Fn::GetAtt"][0]]["FunctionName"] for arn in invoking["Resource"]}
    assert allowed == {CUSTOMER.name(function) for function in functions_named(name)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_may_run_the_machine_of_a_mock_and_follow_it(workshop: dict[str, Any], edition: EditionName) -> None:
    """Without the rule of EventBridge, AWS refuses to make a state machine that waits for another one."""
    granted = {s["Sid"]: s for s in role_of(workshop, edition.title())}
    mock = CUSTOMER.name("mock")
    start, follow, hear = granted["StartChildren"], granted["FollowChildren"], granted["HearOfChildren"]
    assert (start["Action"], start["Resource"]) == (
        "states:StartExecution",
        CUSTOMER.arn("states", f"stateMachine:{mock}"),
    )
    assert set(follow["Action"]) == {"states:DescribeExecution", "states:StopExecution"}
    assert follow["Resource"] == CUSTOMER.arn("states", f"execution:{mock}:*")
    assert set(hear["Action"]) == {"events:DescribeRule", "events:PutRule", "events:PutTargets"}
    assert hear["Resource"].endswith(":rule/StepFunctionsGetEventsForStepFunctionsExecutionRule")
    assert not {"StartChildren", "FollowChildren", "HearOfChildren"} & {s["Sid"] for s in role_of(workshop, "Mock")}


@pytest.mark.parametrize("spec", WORKFLOW, ids=lambda spec: spec.name)
def test_what_is_shown_is_changed_by_functions_of_mocks_only(workshop: dict[str, Any], spec: Function) -> None:
    allowed = actions(role_of(workshop, spec.name))
    assert ("cloudfront-keyvaluestore:PutKey" in allowed) is spec.points
    assert ("s3:PutObject" in allowed) is bool(spec.stores_sites or spec.writes)


def test_a_log_stream_can_be_written_in_the_functions_own_group_only(workshop: dict[str, Any]) -> None:
    for spec in WORKFLOW:
        (writing,) = [s for s in role_of(workshop, spec.name) if "logs:PutLogEvents" in listed(s["Action"])]
        assert writing["Resource"]["Fn::GetAtt"][0].startswith(f"{spec.name}Logs")


def test_whoever_runs_workshops_may_start_stop_and_wake_both_editions(workshop: dict[str, Any]) -> None:
    (policy,) = resources([workshop], "AWS::IAM::ManagedPolicy").values()
    granted = {s["Sid"]: s for s in policy["PolicyDocument"]["Statement"]}
    machines = resources([workshop], "AWS::StepFunctions::StateMachine")
    for sid, names in (("Start", WORKFLOWS), ("WakeGates", EDITIONS)):
        named = [machines[arn["Ref"]]["StateMachineName"] for arn in granted[sid]["Resource"]]
        assert named == [CUSTOMER.name(name) for name in names]
    executions = [CUSTOMER.arn("states", f"execution:{CUSTOMER.name(name)}:*") for name in WORKFLOWS]
    assert granted["Executions"]["Resource"] == executions
    assert "states:StopExecution" in granted["Executions"]["Action"]


def test_an_edition_cannot_call_what_the_other_one_alone_needs() -> None:
    own = {edition: set(functions_named(edition)) for edition in EDITIONS}
    assert own["practice"] - own["improvement"] == {"RunDay0"}
    assert own["improvement"] - own["practice"] == {
        "GroupVoices", "RunPrecheck", "RunMarket", "RunPlan", "RunClosing",
    }  # fmt: skip
    assert not own["practice"] & set(functions_named("mock")) - {"RecordMockFailure"}


def test_inputs_are_read_by_steps_that_use_them() -> None:
    reading = {spec.name for spec in WORKFLOW if "inputs" in spec.reads and not spec.calls_model}
    assert reading == {"PlanNext", "RunDay0"}
