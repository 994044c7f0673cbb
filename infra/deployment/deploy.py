"""Deploy a cloud assembly: publish its files, then bring its stacks up in the order of their dependencies."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import boto3

from infra.deployment.assembly import read_assembly
from infra.deployment.assets import publish
from infra.deployment.bootstrap import stand_in_for_bootstrap
from infra.deployment.stack import Listener, Pause, Progress, Stack
from infra.deployment.target import Target, target_of

ASSET_TYPE = "Asset"


@dataclass(frozen=True)
class Deployment:
    """What stands after a deployment. `outputs` by stack name, then by key."""

    outputs: Mapping[str, Mapping[str, str]]
    changed: tuple[str, ...]

    def output(self, key: str) -> str:
        """The value of an output by its key alone. Raises KeyError if no stack has it."""
        for outputs in self.outputs.values():
            if key in outputs:
                return outputs[key]
        raise KeyError(key)


def deploy(
    folder: Path,
    session: boto3.Session,
    *,
    cache: Path,
    bootstrap: bool = False,
    parameters: Mapping[str, Mapping[str, str]] | None = None,
    listener: Listener = lambda _: None,
    pause: Pause = time.sleep,
) -> Deployment:
    """Deploy `folder` (`cdk.out`) with the session's credentials; a stack without changes is left alone.

    `cache` keeps packed assets. `bootstrap` makes what `cdk bootstrap` would have made: true on the embedded
    AWS only. `parameters` are values by stack name. `listener` hears of every asset and resource.
    Raises AssemblyUnreadable, DeploymentFailed.
    """
    assembly, target = read_assembly(folder), target_of(session)
    if bootstrap:
        stand_in_for_bootstrap(target, assembly)
    publish(
        target,
        assembly.assets,
        cache,
        lambda key: listener(Progress("", key, ASSET_TYPE, "PUBLISHED")),
    )
    outputs, changed = {}, []
    for artifact in assembly.stacks:
        stack = Stack(target, artifact.name, listener, pause)
        given = (parameters or {}).get(artifact.name, {})
        if stack.bring_to(artifact, template_url(target, artifact.template_url), given):
            changed.append(artifact.name)
        outputs[artifact.name] = stack.outputs()
    return Deployment(outputs, tuple(changed))


def template_url(target: Target, s3_url: str) -> str:
    """CloudFormation reads templates over HTTP(S), also those that the assembly names as `s3://bucket/key`."""
    bucket, _, key = target.resolve(s3_url).removeprefix("s3://").partition("/")
    return f"{target.client('s3').meta.endpoint_url}/{bucket}/{key}"
