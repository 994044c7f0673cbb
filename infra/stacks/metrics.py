"""Click metrics: an API that pages post to, a stream, and the function that counts (docs/metrics.md)."""

from aws_cdk import Duration, Stack
from aws_cdk import Environment as Place
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs import permissions
from infra.constructs.acknowledgements import OWN_PREFIX, acknowledge, wildcard
from infra.constructs.event_api import EventApi
from infra.constructs.event_stream import EventStream
from infra.constructs.workshop_function import WorkshopFunction
from infra.environments import Environment
from infra.functions import COUNT_EVENTS, TAKE_EVENTS, Function
from infra.stacks.state import State
from mlew.intake_settings import IntakeSettings
from mlew.settings import CountSettings

PERIOD = Duration.minutes(5)
LATEST = Duration.minutes(5)
"""How old an event may get on the stream before somebody is told."""


class Metrics(Stack):
    """`api`: for other routes of the mocks' origin. `watched`: metrics whose alarms somebody gets, from 1 on."""

    def __init__(self, scope: Construct, *, environment: Environment, state: State, code: lambda_.Code) -> None:
        super().__init__(
            scope,
            environment.name("metrics"),
            description=f"MLEW: click metrics of {environment.customer}",
            env=Place(account=environment.account, region=environment.region),
        )
        self._environment, self._state, self._code = environment, state, code
        self.refused = sqs.Queue(
            self,
            "Refused",
            queue_name=environment.name("refused-events"),
            encryption=sqs.QueueEncryption.KMS,
            encryption_master_key=state.key,
            enforce_ssl=True,
            retention_period=Duration.days(14),
        )
        acknowledge(self.refused, {"AwsSolutions-SQS3": "It is itself where records go that cannot be counted."})
        self.watched: dict[str, cloudwatch.IMetric] = {
            "EventsNotCounted": self.refused.metric_approximate_number_of_messages_visible(period=PERIOD)
        }
        stream = None
        if environment.metrics.intake != "off":
            stream = EventStream(self, "Events", environment=environment, key=state.key)
            stream.feed(self._counting(stream), self.refused)
            self.watched["EventsLate"] = _late(stream)
        self.api = EventApi(self, "Intake", environment=environment, function=self._taking(stream)).api
        self.watched["EventsNotTaken"] = self.api.metric_server_error(period=PERIOD)

    def _taking(self, stream: EventStream | None) -> lambda_.Function:
        environment, state = self._environment, self._state
        settings = IntakeSettings(
            tenant=environment.tenant,
            metrics_table=state.metrics.table_name,
            stream=stream.stream.stream_name if stream else "",
        )
        may = [permissions.tracking_keys(environment, state.metrics.table_arn)]
        may += [stream.putting()] if stream else []
        may.append(permissions.key_use(environment, state.key.key_arn, through=("dynamodb", "kinesis")))
        return self._function(TAKE_EVENTS, settings.to_environment(), may).function

    def _counting(self, stream: EventStream) -> lambda_.Function:
        environment, state = self._environment, self._state
        settings = CountSettings(
            tenant=environment.tenant,
            metrics_table=state.metrics.table_name,
            refused_queue=self.refused.queue_url,
            archive=state.archive.bucket.bucket_name if state.archive else "",
        )
        may = [
            *permissions.counting(environment, state.metrics.table_arn),
            stream.reading(),
            iam.PolicyStatement(sid="Refuse", actions=["sqs:SendMessage"], resources=[self.refused.queue_arn]),
            permissions.key_use(environment, state.key.key_arn, through=("dynamodb", "kinesis", "s3", "sqs")),
        ]
        if not state.archive:
            return self._function(COUNT_EVENTS, settings.to_environment(), may).function
        kept = f"{environment.tenant}/metrics/*"
        resource = f"{state.archive.bucket.bucket_arn}/{kept}"
        may.append(iam.PolicyStatement(sid="Archive", actions=["s3:PutObject"], resources=[resource]))
        made = self._function(COUNT_EVENTS, settings.to_environment(), may)
        acknowledge(made.role, {wildcard(f"{state.archive.arn_from_elsewhere()}/{kept}"): OWN_PREFIX})
        return made.function

    def _function(self, spec: Function, variables: dict[str, str], may: list[iam.PolicyStatement]) -> WorkshopFunction:
        return WorkshopFunction(
            self,
            spec=spec,
            environment=self._environment,
            code=self._code,
            key=self._state.key,
            variables=variables,
            may=may,
        )


def _late(stream: EventStream) -> cloudwatch.IMetric:
    """From 1 on, the oldest unread record is older than LATEST."""
    age = stream.stream.metric_get_records_iterator_age_milliseconds(period=PERIOD, statistic="Maximum")
    return cloudwatch.MathExpression(
        expression=f"age / {LATEST.to_milliseconds()}", using_metrics={"age": age}, period=PERIOD, label="Events late"
    )
