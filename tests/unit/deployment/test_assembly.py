"""Reading a cloud assembly: the order of its stacks, its files, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.deployment.assembly import read_assembly
from infra.deployment.errors import AssemblyUnreadable
from tests.assembly_on_disk import WrittenStack, write_assembly

QUEUE = {"Queue": {"Type": "AWS::SQS::Queue"}}


def change(path: Path, **fields: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))


def test_a_stack_comes_after_those_it_needs(tmp_path: Path) -> None:
    write_assembly(
        tmp_path,
        WrittenStack("web", QUEUE, needs=["api"]),
        WrittenStack("api", QUEUE, needs=["state"]),
        WrittenStack("state", QUEUE),
    )

    assert [stack.name for stack in read_assembly(tmp_path).stacks] == ["state", "api", "web"]


def test_everything_a_deployment_needs_is_read(tmp_path: Path) -> None:
    stack = WrittenStack(
        "one", QUEUE, tags={"customer": "x"}, values={"Size": "3"}, folders={"code.zip": {"index.py": "1"}}
    )
    assembly = read_assembly(write_assembly(tmp_path, stack))

    (read,) = assembly.stacks
    assert (read.tags, read.parameters, read.termination_protection) == ({"customer": "x"}, {"Size": "3"}, False)
    assert read.template.exists()
    assert {(asset.packaging, asset.source.name) for asset in assembly.assets} == {
        ("file", "one.template.json"),
        ("zip", "asset.code.zip"),
    }


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00", '{"artifacts": {}}', '{"artifacts": null}'])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)

    with pytest.raises(AssemblyUnreadable, match=r"manifest\.json"):
        read_assembly(tmp_path)


def test_a_folder_without_a_manifest_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(AssemblyUnreadable) as raised:
        read_assembly(tmp_path)

    assert raised.value.hint == "make synth"


def test_missing_look_ups_are_refused(tmp_path: Path) -> None:
    write_assembly(tmp_path, WrittenStack("one", QUEUE))
    change(tmp_path / "manifest.json", missing=[{"key": "vpc"}])

    with pytest.raises(AssemblyUnreadable, match="look-ups"):
        read_assembly(tmp_path)


def test_container_images_and_built_assets_are_refused(tmp_path: Path) -> None:
    write_assembly(tmp_path, WrittenStack("one", QUEUE))
    manifest = tmp_path / "one.assets.json"
    change(manifest, dockerImages={"a": {}})
    with pytest.raises(AssemblyUnreadable, match="container images"):
        read_assembly(tmp_path)

    change(manifest, dockerImages={}, files={"a": {"source": {"executable": ["make"]}, "destinations": {}}})
    with pytest.raises(AssemblyUnreadable, match="built by a command"):
        read_assembly(tmp_path)


def test_stacks_in_a_circle_are_refused(tmp_path: Path) -> None:
    write_assembly(tmp_path, WrittenStack("a", QUEUE, needs=["b"]), WrittenStack("b", QUEUE, needs=["a"]))

    with pytest.raises(AssemblyUnreadable, match="depend on each other"):
        read_assembly(tmp_path)
