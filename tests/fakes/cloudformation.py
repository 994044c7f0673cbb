"""A CloudFormation that goes through prepared statuses, for the rules around one stack."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def refused(message: str) -> ClientError:
    return ClientError({"Error": {"Code": "ValidationError", "Message": message}}, "Any")


@dataclass
class FakeCloudFormation:
    """`status` is the stack's, None if there is none. Each call moves it through the statuses given for it."""

    status: str | None = None
    after_create: list[str] = field(default_factory=lambda: ["CREATE_IN_PROGRESS", "CREATE_COMPLETE"])
    after_update: list[str] = field(default_factory=lambda: ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"])
    after_delete: list[str] = field(default_factory=lambda: ["DELETE_IN_PROGRESS", ""])
    update_refusal: str = ""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    _coming: Iterator[str] = field(default_factory=lambda: iter(()))
    _events: list[dict[str, Any]] = field(default_factory=list)

    def event(self, resource: str, status: str, reason: str = "") -> None:
        self._events.append(
            {
                "EventId": str(len(self._events)),
                "Timestamp": BEGINNING + timedelta(seconds=len(self._events)),
                "LogicalResourceId": resource,
                "ResourceType": "AWS::SQS::Queue",
                "ResourceStatus": status,
                "ResourceStatusReason": reason,
            }
        )

    def create_stack(self, **request: Any) -> None:
        self._begin("create", request, self.after_create)

    def update_stack(self, **request: Any) -> None:
        if self.update_refusal:
            raise refused(self.update_refusal)
        self._begin("update", request, self.after_update)

    def delete_stack(self, **request: Any) -> None:
        self._begin("delete", request, self.after_delete)

    def update_termination_protection(self, **request: Any) -> None:
        self.calls.append(("protection", request))

    def describe_stacks(self, **_request: Any) -> dict[str, Any]:
        self.status = next(self._coming, self.status) or None
        if self.status is None:
            raise refused("Stack with id s does not exist")
        return {"Stacks": [{"StackId": "arn:s", "StackStatus": self.status, "Outputs": []}]}

    def get_paginator(self, _operation: str) -> "FakeCloudFormation":
        return self

    def paginate(self, **_request: Any) -> list[dict[str, Any]]:
        return [{"StackEvents": self._events, "OperationEvents": []}]

    def _begin(self, name: str, request: dict[str, Any], statuses: list[str]) -> None:
        self.calls.append((name, request))
        self._coming = iter(statuses)
        for status in statuses:
            self.event("s", status)
