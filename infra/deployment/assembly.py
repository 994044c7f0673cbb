"""Read a synthesised cloud assembly (`cdk.out`): its stacks in the order of their dependencies, their files.

Source: the manifest schema of the AWS CDK (`cloud-assembly-schema`). Only what our stacks use is
understood; anything else is refused by name rather than left out.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, Literal

from infra.deployment.errors import AssemblyUnreadable

Packaging = Literal["zip", "file"]


@dataclass(frozen=True)
class FileAsset:
    """A file or folder that has to lie in the assets bucket before a stack is made.

    `bucket` and `key` may hold `${AWS::AccountId}`, `${AWS::Region}` and `${AWS::Partition}`.
    """

    source: Path
    packaging: Packaging
    bucket: str
    key: str


@dataclass(frozen=True)
class StackArtifact:
    """One stack of the assembly. `template_url` is `s3://bucket/key` with the same placeholders."""

    artifact_id: str
    name: str
    template: Path
    template_url: str
    parameters: Mapping[str, str]
    tags: Mapping[str, str]
    termination_protection: bool


@dataclass(frozen=True)
class CloudAssembly:
    """Stacks such that each comes after those it depends on, and every asset of them."""

    folder: Path
    stacks: tuple[StackArtifact, ...]
    assets: tuple[FileAsset, ...]


def read_assembly(folder: Path) -> CloudAssembly:
    """Read `manifest.json` and the asset manifests it names. Raises AssemblyUnreadable."""
    manifest = _load(folder / "manifest.json")
    if manifest.get("missing"):
        raise AssemblyUnreadable(f"{folder} was synthesised without all look-ups: deploy it with the CDK once")
    artifacts: dict[str, dict[str, Any]] = manifest.get("artifacts") or {}
    stacks = {name: one for name, one in artifacts.items() if one.get("type") == "aws:cloudformation:stack"}
    if not stacks:
        raise AssemblyUnreadable(f"{folder / 'manifest.json'} names no stack")
    assets = [asset for one in artifacts.values() for asset in _assets(folder, one)]
    ordered = _in_order(folder, stacks)
    return CloudAssembly(folder, tuple(_stack(folder, name, stacks[name]) for name in ordered), tuple(assets))


def _in_order(folder: Path, stacks: dict[str, dict[str, Any]]) -> list[str]:
    needs = {name: [d for d in one.get("dependencies", []) if d in stacks] for name, one in stacks.items()}
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise AssemblyUnreadable(f"stacks of {folder} depend on each other: {error.args[1]}") from error


def _stack(folder: Path, artifact_id: str, artifact: dict[str, Any]) -> StackArtifact:
    properties = artifact.get("properties") or {}
    try:
        return StackArtifact(
            artifact_id=artifact_id,
            name=properties.get("stackName") or artifact_id,
            template=folder / properties["templateFile"],
            template_url=properties["stackTemplateAssetObjectUrl"],
            parameters=properties.get("parameters") or {},
            tags=properties.get("tags") or {},
            termination_protection=bool(properties.get("terminationProtection")),
        )
    except KeyError as error:
        raise AssemblyUnreadable(f"stack {artifact_id} in {folder} has no {error}") from error


def _assets(folder: Path, artifact: dict[str, Any]) -> Iterator[FileAsset]:
    if artifact.get("type") != "cdk:asset-manifest":
        return
    path = folder / artifact["properties"]["file"]
    manifest = _load(path)
    if manifest.get("dockerImages"):
        raise AssemblyUnreadable(f"{path} asks for container images, which cannot be published from here")
    for name, asset in (manifest.get("files") or {}).items():
        source = asset["source"]
        packaging = source.get("packaging", "file")
        if packaging not in ("zip", "file") or "path" not in source:
            raise AssemblyUnreadable(f"asset {name} in {path} has to be built by a command: not possible here")
        for destination in asset["destinations"].values():
            yield FileAsset(folder / source["path"], packaging, destination["bucketName"], destination["objectKey"])


def _load(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AssemblyUnreadable(f"{path} cannot be read: {error}", hint="make synth") from error
    if not isinstance(content, dict):
        raise AssemblyUnreadable(f"{path} is not a manifest", hint="make synth")
    return content
