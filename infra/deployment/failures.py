"""Which resources made a stack fail, from what CloudFormation tells of them."""

from typing import Any

from infra.deployment.errors import FailedResource


def failed_resources(stack: str, events: list[dict[str, Any]]) -> tuple[FailedResource, ...]:
    """The failed ones among stack events, in their order.

    Left out are resources that were only cancelled because of another one, and the stack's own failure.
    """
    failed = [event for event in events if event.get("ResourceStatus", "").endswith("_FAILED")]
    told = [_resource(event, "ResourceStatusReason") for event in failed if event["LogicalResourceId"] != stack]
    return tuple(one for one in told if "cancelled" not in one.reason.lower())


def failed_validations(cloudformation: Any, stack: str) -> tuple[FailedResource, ...]:
    """What CloudFormation found wrong before it touched any resource, in the last operation on the stack."""
    pages = cloudformation.get_paginator("describe_events").paginate(StackName=stack, Filters={"FailedEvents": True})
    events = [event for page in pages for event in page["OperationEvents"]]
    if not events:
        return ()
    last = max(events, key=lambda event: event["Timestamp"])["OperationId"]
    found = [one for one in events if one.get("EventType") == "VALIDATION_ERROR" and one["OperationId"] == last]
    return tuple(_resource(event, "ValidationStatusReason") for event in found)


def _resource(event: dict[str, Any], reason: str) -> FailedResource:
    return FailedResource(event["LogicalResourceId"], event.get("ResourceType", ""), event.get(reason, ""))
