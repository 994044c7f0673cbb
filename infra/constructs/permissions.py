"""Policy statements, each as narrow as its service allows: what a role may do to this tenant's data, and no other's."""

from collections.abc import Iterable, Sequence

from aws_cdk import aws_iam as iam

from infra.catalogue import ANY_REGION, is_profile
from infra.environments import Environment
from infra.functions import Area
from mlew.domain.model_capability import ModelCapability

READ_RECORDS = ("dynamodb:GetItem", "dynamodb:Query")
WRITE_RECORDS = ("dynamodb:PutItem", "dynamodb:UpdateItem")
# All of these carry keys: without one, ForAllValues would hold for lack of anything to compare.


def records(environment: Environment, table_arn: str, actions: Sequence[str]) -> iam.PolicyStatement:
    """Items whose partition key starts with the tenant."""
    return iam.PolicyStatement(
        sid="Records",
        actions=list(actions),
        resources=[table_arn],
        conditions={"ForAllValues:StringLike": {"dynamodb:LeadingKeys": [f"{environment.tenant}#*"]}},
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


def key_use(environment: Environment, key_arn: str) -> iam.PolicyStatement:
    """The customer's key, through table and bucket only."""
    services = [f"{service}.{environment.region}.amazonaws.com" for service in ("dynamodb", "s3")]
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
    """The profile, and behind it the foundation models in every region it may pass a call on to.

    Source: "Prerequisites for inference profiles" and, for global profiles, whose model ARN has no region,
    "Global cross-Region inference" in the Amazon Bedrock user guide.
    """
    if not is_profile(model):
        return [_invoke("Model", [f"arn:aws:bedrock:{environment.region}::foundation-model/{model.id}"])]
    profile = environment.arn("bedrock", f"inference-profile/{model.id}")
    regions = (environment.region, "") if ANY_REGION in model.regions else model.regions
    behind = _invoke("ModelsBehindProfile", [
        f"arn:aws:bedrock:{region}::foundation-model/{name}" for region in regions for name in model.foundation_models
    ])  # fmt: skip
    behind.add_condition("StringEquals", {"bedrock:InferenceProfileArn": profile})
    return [_invoke("Profile", [profile]), behind]


def _invoke(sid: str, resources: list[str]) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=["bedrock:InvokeModel"], resources=resources)


def wake_gates(state_machine_arn: str) -> iam.PolicyStatement:
    """End the wait of a gate of this state machine."""
    return iam.PolicyStatement(
        sid="WakeGates", actions=["states:SendTaskFailure", "states:SendTaskSuccess"], resources=[state_machine_arn]
    )


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
