"""Bring one CloudFormation stack to its template, or remove it, and tell what happens meanwhile."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from infra.deployment.assembly import StackArtifact
from infra.deployment.errors import DeploymentFailed, FailedResource
from infra.deployment.failures import failed_resources, failed_validations
from infra.deployment.target import Target

CAPABILITIES = ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
# A stack in one of these was never complete: it can only be deleted and made again.
NEVER_COMPLETE = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "REVIEW_IN_PROGRESS", "DELETE_FAILED"}
WELL = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"}
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 3.0  # seconds between two looks at a stack


@dataclass(frozen=True)
class Progress:
    """Something happened to a resource, or to the stack itself (`logical_id` is its name then)."""

    stack: str
    logical_id: str
    resource_type: str
    status: str
    reason: str = ""


Listener = Callable[[Progress], None]
Pause = Callable[[float], None]


class Stack:
    """One stack by name in one target."""

    def __init__(
        self, target: Target, name: str, listener: Listener = lambda _: None, pause: Pause = time.sleep
    ) -> None:
        self.name = name
        self._cloudformation = target.client("cloudformation")
        self._listener = listener
        self._pause = pause
        self._seen: set[str] = set()
        self._before: frozenset[str] = frozenset()

    def bring_to(self, artifact: StackArtifact, template_url: str, given: Mapping[str, str]) -> bool:
        """Create or update; False if there was nothing to do. Raises DeploymentFailed.

        `given` are parameter values; those of the template that are in neither `given` nor the artifact
        keep their previous value, or take their default.
        """
        status = self.status()
        if status in NEVER_COMPLETE:
            self.remove()
            status = None
        if status and status.endswith("_IN_PROGRESS"):
            self._await_end()
        self._skip_past_events()
        request = {
            "StackName": self.name,
            "TemplateURL": template_url,
            "Parameters": _parameters(artifact, given, exists=status is not None),
            "Tags": [{"Key": key, "Value": value} for key, value in sorted(artifact.tags.items())],
            "Capabilities": CAPABILITIES,
        }
        if status is None:
            protected = artifact.termination_protection
            self._cloudformation.create_stack(**request, EnableTerminationProtection=protected)
        elif not self._update(request):
            return False
        self._expect_well(self._await_end())
        return True

    def remove(self) -> bool:
        """Delete and wait; False if there is no such stack. Raises DeploymentFailed."""
        if self.status() is None:
            return False
        self._skip_past_events()
        self._cloudformation.update_termination_protection(StackName=self.name, EnableTerminationProtection=False)
        stack_id = self._describe()["StackId"]
        self._cloudformation.delete_stack(StackName=self.name)
        status = self._await_end(stack_id)
        if status != "DELETE_COMPLETE":
            raise DeploymentFailed(self.name, status, self._failures(stack_id))
        return True

    def status(self) -> str | None:
        """The stack's status; None if it does not exist (or no longer)."""
        try:
            return str(self._describe()["StackStatus"])
        except _NoSuchStack:
            return None

    def outputs(self) -> dict[str, str]:
        """Outputs by key."""
        return {one["OutputKey"]: one["OutputValue"] for one in self._describe().get("Outputs", [])}

    def resources(self) -> list[tuple[str, str]]:
        """Type and physical id of everything in the stack."""
        pages = self._cloudformation.get_paginator("list_stack_resources").paginate(StackName=self.name)
        found = [one for page in pages for one in page["StackResourceSummaries"]]
        return [(one["ResourceType"], one.get("PhysicalResourceId", "")) for one in found]

    def _update(self, request: dict[str, Any]) -> bool:
        try:
            self._cloudformation.update_stack(**request)
        except ClientError as error:
            if "No updates are to be performed" in error.response["Error"].get("Message", ""):
                return False
            raise
        return True

    def _describe(self, stack_id: str | None = None) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self._cloudformation.describe_stacks(StackName=stack_id or self.name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in error.response["Error"].get("Message", ""):
                raise _NoSuchStack from error
            raise
        return found

    def _await_end(self, stack_id: str | None = None) -> str:
        """Wait until the stack is at rest; returns its status, DELETE_COMPLETE once it is gone."""
        wait = FIRST_PAUSE
        while True:
            self._tell(stack_id)
            try:
                status = str(self._describe(stack_id)["StackStatus"])
            except _NoSuchStack:
                return "DELETE_COMPLETE"
            if not status.endswith("_IN_PROGRESS"):
                self._tell(stack_id)
                return status
            self._pause(wait)
            wait = min(wait * 1.3, LONGEST_PAUSE)

    def _expect_well(self, status: str) -> None:
        if status not in WELL:
            raise DeploymentFailed(self.name, status, self._failures())

    def _events(self, stack_id: str | None = None) -> list[dict[str, Any]]:
        """Events not told yet, oldest first."""
        try:
            pages = self._cloudformation.get_paginator("describe_stack_events").paginate(
                StackName=stack_id or self.name
            )
            found = [event for page in pages for event in page["StackEvents"]]
        except ClientError as error:
            if "does not exist" in error.response["Error"].get("Message", ""):
                return []
            raise
        return sorted((e for e in found if e["EventId"] not in self._seen), key=lambda e: e["Timestamp"])

    def _skip_past_events(self) -> None:
        self._seen = {event["EventId"] for event in self._events()}
        self._before = frozenset(self._seen)

    def _tell(self, stack_id: str | None) -> None:
        for event in self._events(stack_id):
            self._seen.add(event["EventId"])
            self._listener(
                Progress(
                    self.name,
                    event.get("LogicalResourceId", ""),
                    event.get("ResourceType", ""),
                    event.get("ResourceStatus", ""),
                    event.get("ResourceStatusReason", ""),
                )
            )

    def _failures(self, stack_id: str | None = None) -> tuple[FailedResource, ...]:
        """What failed since `bring_to` or `remove` began."""
        self._seen = set(self._before)
        failed = failed_resources(self.name, self._events(stack_id))
        return failed or failed_validations(self._cloudformation, stack_id or self.name)


class _NoSuchStack(Exception):
    pass


def _parameters(artifact: StackArtifact, given: Mapping[str, str], *, exists: bool) -> list[dict[str, Any]]:
    declared: dict[str, Any] = json.loads(artifact.template.read_text(encoding="utf-8")).get("Parameters") or {}
    values = {**artifact.parameters, **given}
    chosen: list[dict[str, Any]] = []
    for name, parameter in declared.items():
        if name in values:
            chosen.append({"ParameterKey": name, "ParameterValue": values[name]})
        elif exists and "Default" not in parameter:
            chosen.append({"ParameterKey": name, "UsePreviousValue": True})
    return chosen
