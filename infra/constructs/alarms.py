"""Alarms on what nobody would see otherwise, and where they go."""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.environments import Environment
from infra.state_machines import EditionName

PERIOD = Duration.minutes(5)


class Alarms(Construct):
    """An edition that failed or ran out of time, functions that AWS throttles, a failure that was not recorded.

    `also`: what other stacks want to be watched, from 1 on.

    Functions are throttled for want of concurrency, which all of an account share in a region. Errors of single
    functions are no alarm: throttled and broken answers of a model are retried.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        key: kms.IKey,
        editions: Mapping[EditionName, sfn.StateMachine],
        record_failure: lambda_.IFunction,
        also: Mapping[str, cloudwatch.IMetric],
    ) -> None:
        super().__init__(scope, construct_id)
        watched = {
            **{f"{name.title()}Failed": one.metric_failed(period=PERIOD) for name, one in editions.items()},
            **{f"{name.title()}TimedOut": one.metric_timed_out(period=PERIOD) for name, one in editions.items()},
            "FunctionsThrottled": lambda_.Function.metric_all_throttles(period=PERIOD),
            "FailureNotRecorded": record_failure.metric_errors(period=PERIOD),
            **also,
        }
        self.all = {name: self._alarm(name, metric, environment) for name, metric in watched.items()}
        if environment.notify:
            topic = sns.Topic(self, "Topic", master_key=key, enforce_ssl=True)
            topic.add_to_resource_policy(_alarms_may_publish(environment, topic))
            topic.add_subscription(subscriptions.EmailSubscription(environment.notify))
            for alarm in self.all.values():
                alarm.add_alarm_action(actions.SnsAction(topic))

    def _alarm(self, name: str, metric: cloudwatch.IMetric, environment: Environment) -> cloudwatch.Alarm:
        return cloudwatch.Alarm(
            self,
            name,
            alarm_name=environment.name(name),
            metric=metric,
            threshold=1,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )


def _alarms_may_publish(environment: Environment, topic: sns.Topic) -> iam.PolicyStatement:
    """The policy that refuses publishing without TLS takes the place of SNS's own, which lets the account's alarms in.

    Source: "Amazon SNS" under "Using Amazon CloudWatch alarms" in the CloudWatch user guide.
    """
    return iam.PolicyStatement(
        sid="Alarms",
        principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        actions=["sns:Publish"],
        resources=[topic.topic_arn],
        conditions={"StringEquals": {"aws:SourceAccount": environment.account}},
    )
