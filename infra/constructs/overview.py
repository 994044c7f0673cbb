"""The dashboard: workshops, functions, model, money."""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.environments import Environment
from infra.state_machines import EditionName

PERIOD = Duration.minutes(5)


class Overview(Construct):
    """One page a customer. What the model took is counted by AWS for the whole account."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        editions: Mapping[EditionName, sfn.StateMachine],
        functions: Mapping[str, lambda_.IFunction],
        alarms: Mapping[str, cloudwatch.Alarm],
    ) -> None:
        super().__init__(scope, construct_id)
        graph = cloudwatch.GraphWidget
        workshops = [
            metric(label=f"{edition}: {what}")
            for edition, machine in editions.items()
            for what, metric in (
                ("started", machine.metric_started),
                ("succeeded", machine.metric_succeeded),
                ("failed", machine.metric_failed),
            )
        ]
        rows: list[list[cloudwatch.IWidget]] = [
            [cloudwatch.AlarmStatusWidget(alarms=list(alarms.values()), title="Alarms", width=24, height=3)],
            [
                graph(title="Workshops", left=workshops, width=12),
                graph(title="Seconds in a function", left=[f.metric_duration() for f in functions.values()], width=12),
            ],
            [
                graph(
                    title="Errors (retried ones too)", left=[f.metric_errors() for f in functions.values()], width=12
                ),
                graph(title="Model of this account", left=_model_metrics(environment), width=12),
            ],
        ]
        self.dashboard = cloudwatch.Dashboard(
            self, "Dashboard", dashboard_name=environment.name("workshops"), default_interval=Duration.hours(12),
            widgets=rows,
        )  # fmt: skip


def _model_metrics(environment: Environment) -> list[cloudwatch.IMetric]:
    names = ("InputTokenCount", "OutputTokenCount", "InvocationThrottles", "InvocationClientErrors")
    return [
        cloudwatch.Metric(
            namespace="AWS/Bedrock",
            metric_name=name,
            dimensions_map={"ModelId": environment.model.id},
            statistic="Sum",
            period=PERIOD,
        )
        for name in names
    ]
