"""A state machine from `statemachine/<name>.asl.json`."""

from collections.abc import Mapping, Sequence
from typing import cast

from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.constructs.acknowledgements import NO_RESOURCES, acknowledge, wildcard
from infra.constructs.logs import log_group_of
from infra.constructs.permissions import deliver_logs, invoke, machine_traces, run_children
from infra.environments import Environment
from infra.state_machines import WorkflowName, functions_named, whole_text

_ERRORS_ONLY = (
    "The history of an execution and the workshop's own progress records already tell every step; "
    "logging all of it again adds cost and one more place that tells who decided what."
)
_MADE_AT_RUN_TIME = "Names of executions are made at run time."


def state_machine_arn(environment: Environment, name: WorkflowName) -> str:
    """Known before the state machine exists: functions that wake its gates are made first."""
    return environment.arn("states", f"stateMachine:{environment.name(name)}")


class Workflow(Construct):
    """`functions` by name fill `${<Name>Arn}`, and `children` – other state machines, each deployed before –
    `${<Name>MachineArn}` in the definition; its role may invoke and start these and nothing else.

    Logs tell errors by state name; what went through a state stays out of them.
    """

    def __init__(
        self,
        scope: Construct,
        *,
        name: WorkflowName,
        environment: Environment,
        key: kms.IKey,
        functions: Mapping[str, lambda_.IFunction],
        children: Sequence[WorkflowName] = (),
    ) -> None:
        super().__init__(scope, name.title())
        called = {one: functions[one].function_arn for one in functions_named(name)}
        names = [environment.name(child) for child in children]
        started = {f"{child.title()}MachineArn": state_machine_arn(environment, child) for child in children}
        may = [invoke(list(called.values())), deliver_logs(), machine_traces()]
        self.role = iam.Role(
            self,
            "Role",
            description=f"Runs the workshops of {environment.customer}",
            assumed_by=iam.ServicePrincipal("states.amazonaws.com"),
            inline_policies={
                "own": iam.PolicyDocument(statements=[*may, *(run_children(environment, names) if names else [])])
            },
        )
        self.state_machine = sfn.StateMachine(
            self,
            "StateMachine",
            state_machine_name=environment.name(name),
            state_machine_type=sfn.StateMachineType.STANDARD,
            definition_body=sfn.DefinitionBody.from_string(whole_text(name)),
            definition_substitutions={**{f"{one}Arn": arn for one, arn in called.items()}, **started},
            role=self.role.without_policy_updates(),
            tracing_enabled=True,
            logs=sfn.LogOptions(
                destination=log_group_of(self, environment=environment, name=name.title(), key=key, writer="service"),
                level=sfn.LogLevel.ERROR,
                include_execution_data=False,
            ),
        )
        # cfn-lint does not know that JSONata may give TimeoutSeconds; `make lint` has the definition checked otherwise.
        template = cast(sfn.CfnStateMachine, self.state_machine.node.default_child)
        template.add_metadata("cfn-lint", {"config": {"ignore_checks": ["E3601"]}})
        executions = {wildcard(environment.arn("states", f"execution:{one}:*")): _MADE_AT_RUN_TIME for one in names}
        acknowledge(self.role, {wildcard("*"): NO_RESOURCES, **executions})
        acknowledge(self.state_machine, {"AwsSolutions-SF1": _ERRORS_ONLY})
