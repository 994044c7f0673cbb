"""Check of the stacks: has somebody changed by hand what was deployed?"""

from collections.abc import Callable
from typing import Any

from mlew.adapters.doctor_diagnosis import Diagnosis, asked
from mlew.settings import Deployment

STACK_TAG = "aws:cloudformation:stack-name"
LONGEST_WAIT = 120
"""Seconds for all stacks; CloudFormation looks at them at the same time, and takes less than a minute for these."""
EVERY = 3


def check_drift(session: Any, deployment: Deployment, pause: Callable[[float], None]) -> Diagnosis:
    """CloudFormation's own detection over the stacks that hold the workflow and the table."""

    def question() -> Diagnosis:
        cloudformation = session.client("cloudformation")
        stacks = _stacks(session, deployment)
        detections = {
            stack: str(cloudformation.detect_stack_drift(StackName=stack)["StackDriftDetectionId"]) for stack in stacks
        }
        ended = _ended(cloudformation, detections, pause)
        drifted = [stack for stack, status in ended.items() if status.get("StackDriftStatus") == "DRIFTED"]
        open_ = [stack for stack in stacks if not _in_sync(ended.get(stack, {}))]
        facts = {"customer": deployment.customer, "stacks": ", ".join(drifted or open_ or stacks)}
        if drifted:
            facts["resources"] = ", ".join(name for stack in drifted for name in _changed(cloudformation, stack))
            return Diagnosis(check="drift", state="warn", reason="drifted", facts=facts)
        if open_ or not stacks:
            reasons = (str(ended.get(stack, {}).get("DetectionStatusReason", "")) for stack in open_)
            facts["why"] = " ".join(dict.fromkeys(filter(None, reasons)))
            return Diagnosis(check="drift", state="unknown", reason="drift-not-known", facts=facts)
        return Diagnosis(check="drift", state="ok", reason="in-sync", facts=facts)

    return asked("drift", question)


def _stacks(session: Any, deployment: Deployment) -> list[str]:
    """Stacks by the tag that CloudFormation puts on what it makes."""
    machine = session.client("stepfunctions").list_tags_for_resource(resourceArn=deployment.state_machine)
    tags = [{"Key": t["key"], "Value": t["value"]} for t in machine["tags"]]
    dynamodb = session.client("dynamodb")
    table = dynamodb.describe_table(TableName=deployment.table)["Table"]["TableArn"]
    tags += dynamodb.list_tags_of_resource(ResourceArn=table)["Tags"]
    return list(dict.fromkeys(t["Value"] for t in tags if t["Key"] == STACK_TAG))


def _ended(
    cloudformation: Any, detections: dict[str, str], pause: Callable[[float], None]
) -> dict[str, dict[str, Any]]:
    """Last status of each stack whose detection came to an end in time."""
    ended: dict[str, dict[str, Any]] = {}
    for _ in range(LONGEST_WAIT // EVERY):
        for stack in [stack for stack in detections if stack not in ended]:
            status = cloudformation.describe_stack_drift_detection_status(StackDriftDetectionId=detections[stack])
            if status["DetectionStatus"] != "DETECTION_IN_PROGRESS":
                ended[stack] = status
        if len(ended) == len(detections):
            break
        pause(EVERY)
    return ended


def _in_sync(status: dict[str, Any]) -> bool:
    """A detection that failed looked at a part of the resources only, and cannot say so."""
    return status.get("DetectionStatus") == "DETECTION_COMPLETE" and status.get("StackDriftStatus") == "IN_SYNC"


def _changed(cloudformation: Any, stack: str) -> list[str]:
    """Logical ids of what differs from the template."""
    drifts = cloudformation.describe_stack_resource_drifts(
        StackName=stack, StackResourceDriftStatusFilters=["MODIFIED", "DELETED"]
    )["StackResourceDrifts"]
    return [str(drift["LogicalResourceId"]) for drift in drifts]
