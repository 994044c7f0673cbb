"""Check of the stacks: has somebody changed by hand what was deployed?"""

from collections.abc import Callable
from typing import Any

from mlew.adapters.doctor_diagnosis import Diagnosis, asked
from mlew.settings import Deployment

STACK_TAG = "aws:cloudformation:stack-name"
LONGEST_WAIT = 120
"""Seconds; a detection over a stack of this size takes less than a minute."""
EVERY = 3


def check_drift(session: Any, deployment: Deployment, pause: Callable[[float], None]) -> Diagnosis:
    """CloudFormation's own detection over the stacks that hold the workflow and the table."""

    def question() -> Diagnosis:
        cloudformation = session.client("cloudformation")
        stacks = _stacks(session, deployment)
        states = {stack: _drift(cloudformation, stack, pause) for stack in stacks}
        drifted = [stack for stack, state in states.items() if state == "DRIFTED"]
        open_ = [stack for stack, state in states.items() if state not in ("DRIFTED", "IN_SYNC")]
        facts = {"stacks": ", ".join(drifted or open_ or stacks)}
        if drifted:
            return Diagnosis(check="drift", state="warn", reason="drifted", facts=facts)
        if open_ or not stacks:
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


def _drift(cloudformation: Any, stack: str, pause: Callable[[float], None]) -> str:
    detection = cloudformation.detect_stack_drift(StackName=stack)["StackDriftDetectionId"]
    for _ in range(LONGEST_WAIT // EVERY):
        status = cloudformation.describe_stack_drift_detection_status(StackDriftDetectionId=detection)
        if status["DetectionStatus"] != "DETECTION_IN_PROGRESS":
            return str(status.get("StackDriftStatus", "UNKNOWN"))
        pause(EVERY)
    return "UNKNOWN"
