"""The rules by which one stack is created, updated, replaced or reported."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from infra.deployment.assembly import StackArtifact
from infra.deployment.errors import DeploymentFailed, FailedResource
from infra.deployment.stack import LONGEST_PAUSE, NEVER_COMPLETE, Progress, Stack
from infra.deployment.target import Target
from tests.fakes.cloudformation import FakeCloudFormation


@pytest.fixture
def artifact(tmp_path: Path) -> StackArtifact:
    template = tmp_path / "t.json"
    declared = {"Size": {"Type": "Number"}, "Name": {"Type": "String", "Default": "n"}, "Given": {"Type": "String"}}
    template.write_text(json.dumps({"Parameters": declared, "Resources": {}}))
    return StackArtifact("s", "s", template, "s3://b/k", {"Given": "by the assembly"}, {"customer": "x"}, False)


class Deployed:
    """A stack over a fake, with what it told and how long it paused."""

    def __init__(self, fake: FakeCloudFormation) -> None:
        self.told: list[Progress] = []
        self.pauses: list[float] = []
        target = cast(Target, SimpleNamespace(client=lambda _: fake))
        self.stack = Stack(target, "s", self.told.append, self.pauses.append)


def names(fake: FakeCloudFormation) -> list[str]:
    return [name for name, _ in fake.calls]


def request(fake: FakeCloudFormation, name: str) -> dict[str, Any]:
    return dict(fake.calls)[name]


def test_a_missing_stack_is_created(artifact: StackArtifact) -> None:
    fake = FakeCloudFormation()
    deployed = Deployed(fake)

    assert deployed.stack.bring_to(artifact, "https://t", {"Size": "3"})

    made = request(fake, "create")
    assert made["TemplateURL"] == "https://t"
    assert made["Tags"] == [{"Key": "customer", "Value": "x"}]
    assert made["Parameters"] == [
        {"ParameterKey": "Size", "ParameterValue": "3"},
        {"ParameterKey": "Given", "ParameterValue": "by the assembly"},
    ]
    assert [progress.status for progress in deployed.told] == ["CREATE_IN_PROGRESS", "CREATE_COMPLETE"]


def test_a_standing_stack_is_updated_and_keeps_the_values_nobody_gives(artifact: StackArtifact) -> None:
    fake = FakeCloudFormation(status="CREATE_COMPLETE")

    assert Deployed(fake).stack.bring_to(artifact, "https://t", {})

    assert names(fake) == ["update"]
    assert {"ParameterKey": "Size", "UsePreviousValue": True} in request(fake, "update")["Parameters"]


def test_nothing_to_update_is_no_change(artifact: StackArtifact) -> None:
    fake = FakeCloudFormation(status="UPDATE_COMPLETE", update_refusal="No updates are to be performed.")

    assert not Deployed(fake).stack.bring_to(artifact, "https://t", {})


@pytest.mark.parametrize("status", sorted(NEVER_COMPLETE))
def test_a_stack_that_was_never_complete_is_made_again(artifact: StackArtifact, status: str) -> None:
    fake = FakeCloudFormation(status=status)

    assert Deployed(fake).stack.bring_to(artifact, "https://t", {})

    assert names(fake) == ["protection", "delete", "create"]


def test_a_stack_at_work_is_waited_for(artifact: StackArtifact) -> None:
    fake = FakeCloudFormation(status="UPDATE_IN_PROGRESS", _coming=iter(["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"]))
    deployed = Deployed(fake)

    deployed.stack.bring_to(artifact, "https://t", {})

    assert names(fake) == ["update"]
    assert deployed.pauses


def test_a_failed_update_names_the_causes_and_not_what_was_only_cancelled(artifact: StackArtifact) -> None:
    fake = FakeCloudFormation(status="CREATE_COMPLETE", after_update=["UPDATE_IN_PROGRESS"])
    fake.event("Old", "UPDATE_FAILED", "of an earlier deployment")
    deployed = Deployed(fake)

    def fail(_seconds: float) -> None:
        fake.event("Queue", "UPDATE_FAILED", "not a valid name")
        fake.event("Other", "CREATE_FAILED", "Resource creation cancelled")
        fake.status = "UPDATE_ROLLBACK_COMPLETE"

    deployed.stack._pause = fail
    with pytest.raises(DeploymentFailed) as raised:
        deployed.stack.bring_to(artifact, "https://t", {})

    assert raised.value.failed == (FailedResource("Queue", "AWS::SQS::Queue", "not a valid name"),)
    assert "UPDATE_ROLLBACK_COMPLETE" in raised.value.message
    assert "not a valid name" in raised.value.message


def test_a_stack_that_will_not_go_is_reported() -> None:
    fake = FakeCloudFormation(status="CREATE_COMPLETE", after_delete=["DELETE_IN_PROGRESS", "DELETE_FAILED"])

    with pytest.raises(DeploymentFailed, match="DELETE_FAILED"):
        Deployed(fake).stack.remove()


def test_a_stack_that_is_gone_needs_no_removal() -> None:
    assert not Deployed(FakeCloudFormation()).stack.remove()


def test_pauses_grow_up_to_a_limit() -> None:
    fake = FakeCloudFormation(status="CREATE_COMPLETE", after_delete=["DELETE_IN_PROGRESS"] * 40 + [""])
    deployed = Deployed(fake)

    deployed.stack.remove()

    assert deployed.pauses == sorted(deployed.pauses)
    assert deployed.pauses[0] < 0.1
    assert deployed.pauses[-1] == LONGEST_PAUSE
