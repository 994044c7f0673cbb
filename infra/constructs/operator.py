"""What a person needs who runs workshops from the command line: a managed policy to attach to their role."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_ssm as ssm
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.constructs.permissions import READ_RECORDS, WRITE_RECORDS, key_use, model_calls, records, wake_gates
from infra.environments import Environment
from infra.stacks.state import State


class Operator(Construct):
    """Run, review and remove this tenant's workshops, and find out what a deployment lacks (`mlew doctor`)."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        state: State,
        state_machine: sfn.IStateMachine,
        parameter: ssm.IStringParameter,
    ) -> None:
        super().__init__(scope, construct_id)
        machine = state_machine.state_machine_arn
        executions = environment.arn("states", f"execution:{environment.name('practice')}:*")
        self.policy = iam.ManagedPolicy(
            self,
            "Policy",
            managed_policy_name=environment.name("operator"),
            description=f"Runs MLEW workshops of {environment.customer} from the command line",
            statements=[
                _allow("Deployment", ["ssm:GetParameter"], parameter.parameter_arn),
                records(environment, state.table.table_arn, (*READ_RECORDS, *WRITE_RECORDS, "dynamodb:DeleteItem")),
                _allow(
                    "Bodies",
                    ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
                    f"{state.bucket.bucket_arn}/{environment.tenant}/*",
                ),
                _list_bodies(environment, state.bucket.bucket_arn),
                key_use(environment, state.key.key_arn),
                _allow("Start", ["states:ListExecutions", "states:StartExecution"], machine),
                _allow(
                    "Executions",
                    ["states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution"],
                    executions,
                ),
                wake_gates(machine),
                *_doctor(environment, state, machine),
            ],
        )


def _allow(sid: str, actions: list[str], *resources: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=actions, resources=list(resources))


def _list_bodies(environment: Environment, bucket_arn: str) -> iam.PolicyStatement:
    statement = _allow("ListBodies", ["s3:ListBucket"], bucket_arn)
    statement.add_condition("StringLike", {"s3:prefix": f"{environment.tenant}/*"})
    return statement


def _doctor(environment: Environment, state: State, machine: str) -> list[iam.PolicyStatement]:
    """Read settings, quotas and drift; ask whether a function's role may call the model; say hello to it."""
    functions = environment.arn("lambda", f"function:{environment.name('*')}")
    stacks = environment.arn("cloudformation", f"stack/{environment.name('*')}/*")
    roles = f"arn:aws:iam::{environment.account}:role/{environment.name('*')}"
    model = [] if environment.capability.rehearsal else model_calls(environment, environment.capability)
    return [
        _allow("StateMachine", ["states:DescribeStateMachine", "states:ListTagsForResource"], machine),
        _allow("Table", ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"], state.table.table_arn),
        _allow("Functions", ["lambda:GetFunctionConfiguration"], functions),
        _allow(
            "Stacks",
            [
                "cloudformation:DescribeStackResourceDrifts",
                "cloudformation:DescribeStacks",
                "cloudformation:DetectStackDrift",
            ],
            stacks,
        ),
        _allow("Roles", ["iam:SimulatePrincipalPolicy"], roles),
        # These actions know no resources.
        _allow(
            "Look",
            [
                "bedrock:GetFoundationModelAvailability",
                "bedrock:ListInferenceProfiles",
                "cloudformation:DescribeStackDriftDetectionStatus",
                "servicequotas:GetServiceQuota",
                "servicequotas:ListServiceQuotas",
            ],
            "*",
        ),
        *model,
    ]
