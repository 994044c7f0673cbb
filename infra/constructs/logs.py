"""Log groups: encrypted with the customer's key, kept as long as the settings say, gone with the functions."""

from typing import Literal, cast

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.environments import Environment

Writer = Literal["function", "service"]
_STARTS: dict[Writer, str] = {"function": "/mlew/", "service": "/aws/vendedlogs/mlew/"}
"""A service that delivers logs lists the groups it may write to in one policy of the region, which is soon full.

Groups below /aws/vendedlogs/ are covered by a single line there. Source: "Using CloudWatch Logs to log execution
history" in the Step Functions developer guide.
"""


def log_groups(environment: Environment) -> list[str]:
    """What the names of this customer's log groups start with."""
    return [f"{start}{environment.customer}/" for start in _STARTS.values()]


def log_group_of(
    scope: Construct, *, environment: Environment, name: str, key: kms.IKey, writer: Writer = "function"
) -> logs.LogGroup:
    """The log group `/mlew/<customer>/<name>`, or that below /aws/vendedlogs if a service writes it."""
    group = logs.LogGroup(
        scope,
        "Logs",
        log_group_name=f"{_STARTS[writer]}{environment.customer}/{name}",
        encryption_key=key,
        removal_policy=RemovalPolicy.DESTROY,
    )
    cast(logs.CfnLogGroup, group.node.default_child).retention_in_days = environment.retention.log_days
    return group
