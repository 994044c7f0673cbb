"""Findings of cdk-nag that stay, each with its reason, on the construct it is about and nothing wider."""

from collections.abc import Mapping

from aws_cdk import Acknowledgment, Validations
from constructs import IConstruct

NO_RESOURCES = "These actions know no resources in IAM."
OWN_PREFIX = "Object keys are made at run time; what is granted starts with the tenant and one area of its workshops."
MOCKS = "Mocks get their ids and versions at run time; the bucket holds nothing but published mocks."


def acknowledge(construct: IConstruct, findings: Mapping[str, str]) -> None:
    """`findings`: rule, with its finding in brackets, to the reason why it stays."""
    Validations.of(construct).acknowledge(*(Acknowledgment(id=rule, reason=why) for rule, why in findings.items()))


def wildcard(resource: str) -> str:
    """The rule about wildcards, for this resource of a policy."""
    return f"AwsSolutions-IAM5[Resource::{resource}]"
