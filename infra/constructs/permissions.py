"""Policy statements, each as narrow as its service allows: what a role may do to this tenant's data, and no other's."""

from collections.abc import Iterable, Sequence

from aws_cdk import aws_iam as iam

from infra.environments import Environment
from infra.functions import Area
from mlew.domain.mock import MOCK_ID_LENGTH
from mlew.domain.model_capability import ModelCapability
from mlew.domain.model_resources import INVOKE, PROFILE_KEY, model_resources

READ_RECORDS = ("dynamodb:GetItem", "dynamodb:Query")
WRITE_RECORDS = ("dynamodb:PutItem", "dynamodb:UpdateItem")
# All of these carry keys: without one, ForAllValues would hold for lack of anything to compare.
SITES = "sites"
MOCK_PLACES = (SITES, "errors")
"""First part of the keys in the bucket of the mocks."""


_MOCK = "?" * MOCK_ID_LENGTH
"""A mock's partition of the metrics table."""


def records(
    environment: Environment,
    table_arn: str,
    actions: Sequence[str],
    *,
    sid: str = "Records",
    of: Sequence[str] = ("*",),
) -> iam.PolicyStatement:
    """Items whose partition key starts with the tenant; `of`: patterns of what may follow it."""
    partitions = [f"{environment.tenant}#{pattern}" for pattern in of]
    return iam.PolicyStatement(
        sid=sid,
        actions=list(actions),
        resources=[table_arn],
        conditions={"ForAllValues:StringLike": {"dynamodb:LeadingKeys": partitions}},
    )


def bodies(
    environment: Environment, bucket_arn: str, *, sid: str, action: str, areas: Iterable[Area]
) -> iam.PolicyStatement:
    """Objects in these areas of the tenant's workshops."""
    return iam.PolicyStatement(
        sid=sid,
        actions=[action],
        resources=[f"{bucket_arn}/{environment.tenant}/*/{area}/*" for area in areas],
    )


def unlocking(environment: Environment, table_arn: str) -> iam.PolicyStatement:
    """Read passcodes and count tries: items of the metrics table that hold nothing else."""
    actions = ("dynamodb:GetItem", "dynamodb:UpdateItem")
    return records(environment, table_arn, actions, sid="Passcodes", of=["UNLOCK#*"])


def tracking_keys(environment: Environment, table_arn: str) -> iam.PolicyStatement:
    """Look up which mock a key is for: no other item of the metrics table can be read with it, and none written."""
    return records(environment, table_arn, ["dynamodb:GetItem"], sid="TrackingKeys", of=["KEY#*"])


def tracking(environment: Environment, table_arn: str) -> iam.PolicyStatement:
    """Register keys, links and steps of mocks; passcodes and what signs their cookies stay out of reach."""
    return records(
        environment, table_arn, (*READ_RECORDS, *WRITE_RECORDS), sid="Metrics", of=["KEY#*", "LINK#*", _MOCK]
    )


def counting(environment: Environment, table_arn: str) -> list[iam.PolicyStatement]:
    """Sessions, visitors and rollups of the tenant's mocks, read with links; these are not written."""
    reading = (*READ_RECORDS, "dynamodb:BatchGetItem")
    return [
        records(environment, table_arn, reading, of=["LINK#*", _MOCK, "SHARDS"]),
        records(environment, table_arn, WRITE_RECORDS, sid="Numbers", of=[_MOCK, "SHARDS"]),
    ]


def mock_files(bucket_arn: str, *actions: str, places: Sequence[str] = MOCK_PLACES) -> iam.PolicyStatement:
    """Files of mocks, and the page for those that are missing."""
    return iam.PolicyStatement(
        sid="MockFiles", actions=list(actions), resources=[f"{bucket_arn}/{place}/*" for place in places]
    )


def mock_file_names(bucket_arn: str) -> iam.PolicyStatement:
    """Which files there are of which versions."""
    return iam.PolicyStatement(
        sid="ListMockFiles",
        actions=["s3:ListBucket"],
        resources=[bucket_arn],
        conditions={"StringLike": {"s3:prefix": f"{SITES}/*"}},
    )


def mock_pointers(store_arn: str) -> iam.PolicyStatement:
    """Tell the edge which version of a mock is shown."""
    return iam.PolicyStatement(
        sid="MockPointers",
        actions=[
            "cloudfront-keyvaluestore:DescribeKeyValueStore",
            "cloudfront-keyvaluestore:GetKey",
            "cloudfront-keyvaluestore:PutKey",
        ],
        resources=[store_arn],
    )


def key_use(
    environment: Environment, key_arn: str, *, through: Sequence[str] = ("dynamodb", "s3")
) -> iam.PolicyStatement:
    """The customer's key, through table and bucket only, or what else holds data."""
    services = [f"{service}.{environment.region}.amazonaws.com" for service in through]
    return iam.PolicyStatement(
        sid="Key",
        actions=[
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
        ],
        resources=[key_arn],
        conditions={"StringEquals": {"kms:ViaService": services}},
    )


def model_calls(environment: Environment, model: ModelCapability) -> list[iam.PolicyStatement]:
    """The profile, and behind it, through it only, the foundation models wherever it may pass a call on to."""
    touched = model_resources(model, region=environment.region, account=environment.account)
    if not touched.profile:
        return [_invoke("Model", touched.model_arns)]
    behind = _invoke("ModelsBehindProfile", touched.model_arns)
    behind.add_condition("StringEquals", {PROFILE_KEY: touched.profile})
    return [_invoke("Profile", [touched.profile]), behind]


def model_details(environment: Environment, model: ModelCapability) -> iam.PolicyStatement:
    """What Bedrock tells of the model, or of those behind the profile, in the deployment's region."""
    names = model.foundation_models or (model.id,)
    return iam.PolicyStatement(
        sid="ModelDetails",
        actions=["bedrock:GetFoundationModel"],
        resources=[f"arn:aws:bedrock:{environment.region}::foundation-model/{name}" for name in names],
    )


def drawing(environment: Environment) -> iam.PolicyStatement:
    """The image model that the settings name, in the deployment's region only."""
    name = environment.mocks.picture_model
    return _invoke("PictureModel", [f"arn:aws:bedrock:{environment.region}::foundation-model/{name}"])


def _invoke(sid: str, resources: Sequence[str]) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=[INVOKE], resources=list(resources))


def wake_gates(*state_machine_arns: str) -> iam.PolicyStatement:
    """End the wait of a gate of these state machines."""
    return iam.PolicyStatement(sid="WakeGates", actions=["states:SendTaskSuccess"], resources=list(state_machine_arns))


def traces() -> iam.PolicyStatement:
    """X-Ray knows no resources."""
    return iam.PolicyStatement(
        sid="Traces", actions=["xray:PutTelemetryRecords", "xray:PutTraceSegments"], resources=["*"]
    )


def log_lines(log_group_arn: str) -> iam.PolicyStatement:
    """Streams of one log group; its ARN ends with `:*`."""
    return iam.PolicyStatement(
        sid="LogLines", actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[log_group_arn]
    )


def invoke(function_arns: Sequence[str]) -> iam.PolicyStatement:
    """Invoke these functions."""
    return iam.PolicyStatement(sid="Invoke", actions=["lambda:InvokeFunction"], resources=list(function_arns))


def run_children(environment: Environment, names: Sequence[str]) -> list[iam.PolicyStatement]:
    """Run these state machines and wait for them, which Step Functions does by a rule of its own in EventBridge.

    Source: "IAM policies for integrated services: Step Functions" in the Step Functions developer guide.
    """
    rule = environment.arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule")
    return [
        iam.PolicyStatement(
            sid="StartChildren",
            actions=["states:StartExecution"],
            resources=[environment.arn("states", f"stateMachine:{name}") for name in names],
        ),
        iam.PolicyStatement(
            sid="FollowChildren",
            actions=["states:DescribeExecution", "states:StopExecution"],
            resources=[environment.arn("states", f"execution:{name}:*") for name in names],
        ),
        iam.PolicyStatement(
            sid="HearOfChildren",
            actions=["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            resources=[rule],
        ),
    ]


def deliver_logs() -> iam.PolicyStatement:
    """What Step Functions asks of a role that logs; these actions know no resources.

    Source: "Using CloudWatch Logs to log execution history" in the Step Functions developer guide.
    """
    return iam.PolicyStatement(
        sid="DeliverLogs",
        actions=[
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
        ],
        resources=["*"],
    )


def machine_traces() -> iam.PolicyStatement:
    """X-Ray knows no resources. A state machine also asks which share of executions it shall trace."""
    return iam.PolicyStatement(
        sid="Traces",
        actions=[
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments",
        ],
        resources=["*"],
    )
