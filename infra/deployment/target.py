"""The account and region that a deployment goes to, and the placeholders that stand for them."""

from dataclasses import dataclass
from typing import Any

import boto3


@dataclass(frozen=True)
class Target:
    """One account and region, reached through one session."""

    session: boto3.Session
    account: str
    region: str
    partition: str = "aws"

    def resolve(self, text: str) -> str:
        """Replace the assembly's placeholders for account, region and partition."""
        return (
            text.replace("${AWS::AccountId}", self.account)
            .replace("${AWS::Region}", self.region)
            .replace("${AWS::Partition}", self.partition)
        )

    def client(self, service: str) -> Any:
        """A client in this region."""
        return self.session.client(service, region_name=self.region)  # type: ignore[call-overload]


def target_of(session: boto3.Session) -> Target:
    """Ask whose credentials the session has."""
    identity = session.client("sts").get_caller_identity()
    partition = identity["Arn"].split(":")[1]
    return Target(session, identity["Account"], session.region_name or "us-east-1", partition)
