"""The customer's own key: whoever disables it makes everything the workshops left unreadable at once."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from infra.constructs.logs import log_groups
from infra.environments import Environment

WAIT = Duration.days(7)  # the shortest that KMS takes between removal and loss


class CustomerKey(Construct):
    """Encrypts table, bucket, logs and alarm messages of one customer. Rotated every year."""

    def __init__(
        self, scope: Construct, construct_id: str, *, environment: Environment, removal: RemovalPolicy
    ) -> None:
        super().__init__(scope, construct_id)
        self.key = kms.Key(
            self,
            "Key",
            description=f"MLEW workshops of {environment.customer}",
            enable_key_rotation=True,
            pending_window=WAIT,
            removal_policy=removal,
        )
        self.key.add_to_resource_policy(_logs_may_use_it(environment))
        self.key.add_to_resource_policy(_alarms_may_use_it(environment))


def _logs_may_use_it(environment: Environment) -> iam.PolicyStatement:
    """Source: "Encrypt log data in CloudWatch Logs using AWS KMS"."""
    groups = [environment.arn("logs", f"log-group:{start}*") for start in log_groups(environment)]
    return iam.PolicyStatement(
        principals=[iam.ServicePrincipal(f"logs.{environment.region}.amazonaws.com")],
        actions=[
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:DescribeKey",
        ],
        resources=["*"],
        conditions={"ArnLike": {"kms:EncryptionContext:aws:logs:arn": groups}},
    )


def _alarms_may_use_it(environment: Environment) -> iam.PolicyStatement:
    return iam.PolicyStatement(
        principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        actions=["kms:Decrypt", "kms:GenerateDataKey"],
        resources=["*"],
        conditions={"StringEquals": {"aws:SourceAccount": environment.account}},
    )
