"""The state machine of the practice edition, from `statemachine/practice.asl.json`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.constructs.acknowledgements import NO_RESOURCES, acknowledge, wildcard
from infra.constructs.logs import log_group_of
from infra.constructs.permissions import deliver_logs, invoke, machine_traces
from infra.environments import Environment

DEFINITION = Path(__file__).parents[2] / "statemachine" / "practice.asl.json"


_ERRORS_ONLY = (
    "The history of an execution and the workshop's own progress records already tell every step; "
    "logging all of it again adds cost and one more place that tells who decided what."
)


def state_machine_name(environment: Environment) -> str:
    """Known before the state machine exists: functions that wake its gates are made first."""
    return environment.name("practice")


class Practice(Construct):
    """`functions` by name fill `${<Name>Arn}` in the definition; its role may invoke these and nothing else.

    Logs tell errors by state name; what went through a state stays out of them.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        key: kms.IKey,
        functions: Mapping[str, lambda_.IFunction],
    ) -> None:
        super().__init__(scope, construct_id)
        arns = {name: function.function_arn for name, function in functions.items()}
        self.role = iam.Role(
            self,
            "Role",
            description=f"Runs the workshops of {environment.customer}",
            assumed_by=iam.ServicePrincipal("states.amazonaws.com"),
            inline_policies={
                "own": iam.PolicyDocument(statements=[invoke(list(arns.values())), deliver_logs(), machine_traces()])
            },
        )
        self.state_machine = sfn.StateMachine(
            self,
            "StateMachine",
            state_machine_name=state_machine_name(environment),
            state_machine_type=sfn.StateMachineType.STANDARD,
            definition_body=sfn.DefinitionBody.from_string(_definition()),
            definition_substitutions={f"{name}Arn": arn for name, arn in arns.items()},
            role=self.role.without_policy_updates(),
            tracing_enabled=True,
            logs=sfn.LogOptions(
                destination=log_group_of(self, environment=environment, name="Practice", key=key, writer="service"),
                level=sfn.LogLevel.ERROR,
                include_execution_data=False,
            ),
        )
        # cfn-lint does not know that JSONata may give TimeoutSeconds; `make lint` has the definition checked otherwise.
        template = cast(sfn.CfnStateMachine, self.state_machine.node.default_child)
        template.add_metadata("cfn-lint", {"config": {"ignore_checks": ["E3601"]}})
        acknowledge(self.role, {wildcard("*"): NO_RESOURCES})
        acknowledge(self.state_machine, {"AwsSolutions-SF1": _ERRORS_ONLY})


def _definition() -> str:
    return json.dumps(json.loads(DEFINITION.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":"))
