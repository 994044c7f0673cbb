"""Log groups: encrypted with the customer's key, kept as long as the settings say, gone with the functions."""

from typing import cast

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.environments import Environment


def log_groups(environment: Environment) -> str:
    """What the names of all log groups of this customer start with."""
    return f"/mlew/{environment.customer}/"


def log_group_of(scope: Construct, *, environment: Environment, name: str, key: kms.IKey) -> logs.LogGroup:
    """The log group `/mlew/<customer>/<name>`."""
    group = logs.LogGroup(
        scope,
        "Logs",
        log_group_name=f"{log_groups(environment)}{name}",
        encryption_key=key,
        removal_policy=RemovalPolicy.DESTROY,
    )
    cast(logs.CfnLogGroup, group.node.default_child).retention_in_days = environment.retention.log_days
    return group
