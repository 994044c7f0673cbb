"""The stream between intake and counting, and what feeds the counting function from it."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kinesis as kinesis
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.acknowledgements import acknowledge
from infra.environments import Environment

WINDOW = Duration.seconds(5)
"""How long records are gathered: one write a session and batch is what makes counting cheap."""
_BATCH = 1000
_TRIES = 200
_OLDEST = Duration.hours(12)
"""A table that does not answer for a while is no reason to lose records; one that crashes the function each time is
isolated by halving long before."""


class EventStream(Construct):
    """One shard, or as many as it takes; records are kept for a day.

    It has no name of its own: CloudFormation gives each one another. Watermarks stand under the stream's name, and
    one that is made again after the intake was off may begin anywhere.
    """

    def __init__(self, scope: Construct, construct_id: str, *, environment: Environment, key: kms.IKey) -> None:
        super().__init__(scope, construct_id)
        provisioned = environment.metrics.intake == "provisioned"
        self.stream = kinesis.Stream(
            self,
            "Stream",
            stream_mode=kinesis.StreamMode.PROVISIONED if provisioned else kinesis.StreamMode.ON_DEMAND,
            shard_count=1 if provisioned else None,
            retention_period=Duration.hours(24),
            removal_policy=RemovalPolicy.DESTROY,  # what is on it is counted within seconds; off and on again it is new
            encryption=kinesis.StreamEncryption.KMS,
            encryption_key=key,
        )
        acknowledge(self.stream, {"AwsSolutions-KDS3": "The customer's own key is the one switch that locks all data."})

    def feed(self, function: lambda_.Function, failed: sqs.IQueue) -> None:
        """Batches of each shard one after the other. One that fails is tried again from where it failed, then halved.

        `failed`: told where on the stream a record is that crashed the function however often it was tried.
        """
        mapping = lambda_.EventSourceMapping(
            self,
            "Mapping",
            target=function,
            event_source_arn=self.stream.stream_arn,
            starting_position=lambda_.StartingPosition.TRIM_HORIZON,
            batch_size=_BATCH,
            max_batching_window=WINDOW,
            bisect_batch_on_error=True,
            report_batch_item_failures=True,
            retry_attempts=_TRIES,
            max_record_age=_OLDEST,
            on_failure=sources.SqsDlq(failed),
        )
        mapping.node.add_dependency(*([function.role] if function.role else []))

    def putting(self) -> iam.PolicyStatement:
        """Put records, and nothing else."""
        return iam.PolicyStatement(sid="Put", actions=["kinesis:PutRecord"], resources=[self.stream.stream_arn])

    def reading(self) -> iam.PolicyStatement:
        """What Lambda reads the stream with, in the function's name."""
        return iam.PolicyStatement(
            sid="Stream",
            actions=[
                "kinesis:DescribeStream",
                "kinesis:DescribeStreamSummary",
                "kinesis:GetRecords",
                "kinesis:GetShardIterator",
                "kinesis:ListShards",
            ],
            resources=[self.stream.stream_arn],
        )
