"""What a person needs who runs workshops from the command line: a managed policy to attach to their role."""

from collections.abc import Sequence

from aws_cdk import aws_iam as iam
from aws_cdk import aws_ssm as ssm
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.constructs.acknowledgements import MOCKS, NO_RESOURCES, OWN_PREFIX, acknowledge, wildcard
from infra.constructs.permissions import (
    MOCK_PLACES,
    READ_RECORDS,
    WRITE_RECORDS,
    key_use,
    mock_file_names,
    mock_files,
    mock_pointers,
    model_calls,
    model_details,
    records,
    wake_gates,
)
from infra.environments import Environment
from infra.stacks.mocks import Mocks
from infra.stacks.state import State
from infra.state_machines import EDITIONS, WORKFLOWS

_OF_THIS_CUSTOMER = "Everything of this customer and nothing else; CloudFormation adds a random part to each name."


class Operator(Construct):
    """Run and review this tenant's workshops, and find out what a deployment lacks (`mlew doctor`).

    `state_machines`: those of the editions, which have gates, and then those that they run.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        state: State,
        mocks: Mocks,
        state_machines: Sequence[sfn.IStateMachine],
        parameter: ssm.IStringParameter,
    ) -> None:
        super().__init__(scope, construct_id)
        machines = [one.state_machine_arn for one in state_machines]
        editions = machines[: len(EDITIONS)]
        executions = [environment.arn("states", f"execution:{environment.name(n)}:*") for n in WORKFLOWS]
        self.policy = iam.ManagedPolicy(
            self,
            "Policy",
            managed_policy_name=environment.name("operator"),
            description=f"Runs MLEW workshops of {environment.customer} from the command line",
            statements=[
                _allow("Deployment", ["ssm:GetParameter"], parameter.parameter_arn),
                records(environment, state.table.table_arn, (*READ_RECORDS, *WRITE_RECORDS)),
                _allow(
                    "Bodies",
                    ["s3:GetObject", "s3:PutObject"],
                    f"{state.bucket.bucket_arn}/{environment.tenant}/*",
                ),
                _list("ListBodies", state.bucket.bucket_arn, f"{environment.tenant}/*"),
                key_use(environment, state.key.key_arn),
                records(
                    environment,
                    state.metrics.table_arn,
                    (*READ_RECORDS, "dynamodb:BatchGetItem", *WRITE_RECORDS),
                    sid="Metrics",
                ),
                mock_files(mocks.bucket.bucket_arn, "s3:DeleteObject", "s3:PutObject"),
                mock_file_names(mocks.bucket.bucket_arn),
                mock_pointers(mocks.store_arn),
                _allow("Start", ["states:ListExecutions", "states:StartExecution"], *machines),
                _allow(
                    "Executions",
                    ["states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution"],
                    *executions,
                ),
                wake_gates(*editions),
                *_replay(environment, state),
                *_doctor(environment, state, machines[0]),
            ],
        )
        acknowledge(
            self.policy,
            {
                wildcard(f"{state.bodies.arn_from_elsewhere()}/{environment.tenant}/*"): OWN_PREFIX,
                **{wildcard(f"{mocks.files.arn_from_elsewhere()}/{place}/*"): MOCKS for place in MOCK_PLACES},
                **_replay_wildcards(environment, state),
                **{wildcard(one): "Names of executions are made at run time." for one in executions},
                wildcard(_functions(environment)): _OF_THIS_CUSTOMER,
                wildcard(_stacks(environment)): _OF_THIS_CUSTOMER,
                wildcard(_roles(environment)): _OF_THIS_CUSTOMER,
                wildcard("*"): NO_RESOURCES,
            },
        )


def _allow(sid: str, actions: list[str], *resources: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=actions, resources=list(resources))


def _list(sid: str, bucket_arn: str, prefix: str) -> iam.PolicyStatement:
    statement = _allow(sid, ["s3:ListBucket"], bucket_arn)
    statement.add_condition("StringLike", {"s3:prefix": prefix})
    return statement


def _replay(environment: Environment, state: State) -> list[iam.PolicyStatement]:
    """Forget numbers and count them again from the archive, where there is one (`mlew metrics replay`)."""
    if state.archive is None:
        return []
    bucket, kept = state.archive.bucket.bucket_arn, f"{environment.tenant}/metrics/*"
    return [
        records(environment, state.metrics.table_arn, ("dynamodb:BatchWriteItem",), sid="Forget"),
        _allow("Archive", ["s3:GetObject"], f"{bucket}/{kept}"),
        _list("ListArchive", bucket, kept),
    ]


def _replay_wildcards(environment: Environment, state: State) -> dict[str, str]:
    if state.archive is None:
        return {}
    return {wildcard(f"{state.archive.arn_from_elsewhere()}/{environment.tenant}/metrics/*"): OWN_PREFIX}


def _doctor(environment: Environment, state: State, machine: str) -> list[iam.PolicyStatement]:
    """Read settings, quotas and drift; ask whether a function's role may call the model; say hello to it."""
    chosen = environment.capability
    model = [] if chosen.rehearsal else [*model_calls(environment, chosen), model_details(environment, chosen)]
    return [
        _allow("StateMachine", ["states:ListTagsForResource"], machine),
        _allow("Table", ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"], state.table.table_arn),
        _allow("Functions", ["lambda:GetFunctionConfiguration"], _functions(environment)),
        _allow(
            "Stacks",
            # CloudFormation looks at the resources with the role that the stack was deployed with.
            [
                "cloudformation:DescribeStackResourceDrifts",
                "cloudformation:DetectStackDrift",
                "cloudformation:DetectStackResourceDrift",
            ],
            _stacks(environment),
        ),
        _allow("Roles", ["iam:SimulatePrincipalPolicy"], _roles(environment)),
        # These actions know no resources.
        _allow(
            "Look",
            [
                "bedrock:GetFoundationModelAvailability",
                "cloudformation:BatchDescribeTypeConfigurations",
                "cloudformation:DescribeStackDriftDetectionStatus",
                "servicequotas:GetServiceQuota",
                "servicequotas:ListServiceQuotas",
            ],
            "*",
        ),
        *model,
    ]


def _functions(environment: Environment) -> str:
    return environment.arn("lambda", f"function:{environment.name('*')}")


def _stacks(environment: Environment) -> str:
    return environment.arn("cloudformation", f"stack/{environment.name('*')}/*")


def _roles(environment: Environment) -> str:
    return f"arn:aws:iam::{environment.account}:role/{environment.name('*')}"
