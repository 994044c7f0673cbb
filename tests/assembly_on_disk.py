"""Write a small cloud assembly by hand, so that deployments can be tested without the CDK."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BUCKET = "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"


@dataclass(frozen=True)
class WrittenStack:
    """One stack; `folders` are zip assets by the key they get, with their files as text by name."""

    name: str
    resources: Mapping[str, Any]
    outputs: Mapping[str, Any] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    needs: Sequence[str] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def write_assembly(folder: Path, *stacks: WrittenStack) -> Path:
    """Write a manifest, templates and asset manifests as the CDK lays them out; returns `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    artifacts: dict[str, Any] = {}
    for stack in stacks:
        artifacts |= _write(folder, stack)
    (folder / "manifest.json").write_text(json.dumps({"version": "1", "artifacts": artifacts}), encoding="utf-8")
    return folder


def _write(folder: Path, stack: WrittenStack) -> dict[str, Any]:
    body = {"Parameters": stack.parameters, "Resources": stack.resources, "Outputs": stack.outputs}
    template = json.dumps({name: part for name, part in body.items() if part})
    template_file = f"{stack.name}.template.json"
    (folder / template_file).write_text(template, encoding="utf-8")
    key = f"{hashlib.sha256(template.encode()).hexdigest()}.json"
    files = {"template": _file({"path": template_file, "packaging": "file"}, key)}
    for zip_key, content in stack.folders.items():
        source = folder / f"asset.{zip_key}"
        for name, text in content.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text(text, encoding="utf-8")
        files[zip_key] = _file({"path": source.name, "packaging": "zip"}, zip_key)
    (folder / f"{stack.name}.assets.json").write_text(json.dumps({"version": "1", "files": files}), encoding="utf-8")
    return {
        f"{stack.name}.assets": {"type": "cdk:asset-manifest", "properties": {"file": f"{stack.name}.assets.json"}},
        stack.name: {
            "type": "aws:cloudformation:stack",
            "dependencies": [*stack.needs, f"{stack.name}.assets"],
            "properties": {
                "templateFile": template_file,
                "stackTemplateAssetObjectUrl": f"s3://{BUCKET}/{key}",
                "tags": stack.tags,
                "parameters": stack.values,
            },
        },
    }


def _file(source: dict[str, str], key: str) -> dict[str, Any]:
    return {"source": source, "destinations": {"here": {"bucketName": BUCKET, "objectKey": key}}}
