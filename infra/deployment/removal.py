"""Take a deployment down again: empty its buckets, delete its stacks, list what is left by its tag."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import boto3

from infra.deployment.assembly import CloudAssembly
from infra.deployment.buckets import empty_bucket
from infra.deployment.stack import Listener, Pause, Progress, Stack
from infra.deployment.target import target_of

BUCKET = "AWS::S3::Bucket"


@dataclass(frozen=True)
class Removal:
    """`removed` stacks in the order they went, and how many object versions with them."""

    removed: tuple[str, ...]
    object_versions: int


def stack_names(assembly: CloudAssembly) -> list[str]:
    """The stacks of an assembly in the order of their dependencies, as `remove` takes them."""
    return [stack.name for stack in assembly.stacks]


def remove(
    session: boto3.Session,
    stacks: Sequence[str],
    *,
    listener: Listener = lambda _: None,
    pause: Pause = time.sleep,
) -> Removal:
    """Remove `stacks`, given in the order they were made, last one first; those that are gone are passed over.

    Buckets that a stack keeps (`DeletionPolicy: Retain`) are emptied and stay: `leftovers` finds them.
    Raises DeploymentFailed, naming the resources that would not go.
    """
    target = target_of(session)
    s3 = target.client("s3")
    removed, versions = [], 0
    for name in reversed(stacks):
        stack = Stack(target, name, listener, pause)
        if stack.status() is None:
            continue
        for resource_type, physical_id in stack.resources():
            if resource_type == BUCKET and physical_id:
                versions += empty_bucket(s3, physical_id)
                listener(Progress(name, physical_id, BUCKET, "EMPTIED"))
        stack.remove()
        removed.append(name)
    return Removal(tuple(removed), versions)


def leftovers(session: boto3.Session, tags: Mapping[str, str]) -> list[str]:
    """ARNs of everything that still carries all of `tags`, sorted. AWS itself may keep some for a while."""
    tagging = target_of(session).client("resourcegroupstaggingapi")
    filters = [{"Key": key, "Values": [value]} for key, value in sorted(tags.items())]
    pages = tagging.get_paginator("get_resources").paginate(TagFilters=filters)
    return sorted(one["ResourceARN"] for page in pages for one in page["ResourceTagMappingList"])
