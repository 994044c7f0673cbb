from datetime import UTC, datetime
from typing import Any

import pytest

from mlew.adapters.doctor_drift import EVERY, LONGEST_WAIT, check_drift
from tests.unit.adapters.doctor_samples import ACCOUNT, DEPLOYMENT, REGION
from tests.unit.adapters.stubbed_session import StubbedSession

TAG = "aws:cloudformation:stack-name"
AT = datetime(2026, 4, 1, tzinfo=UTC)
IDS = {"mlew-acme-workshop": "w" * 36, "mlew-acme-state": "s" * 36}
BUSY = {"DetectionStatus": "DETECTION_IN_PROGRESS"}
IN_SYNC = {"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "IN_SYNC"}
DRIFTED = {"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "DRIFTED"}


def session(*statuses: tuple[str, dict[str, str]], changed: str = "") -> StubbedSession:
    """`statuses`: stack and what CloudFormation says of it, in the order of the questions."""
    arn = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/mlew-acme"
    asked = {"StackName": changed, "StackResourceDriftStatusFilters": ["MODIFIED", "DELETED"]}
    drift = {
        "StackId": "s",
        "LogicalResourceId": "RunListenRole",
        "ResourceType": "AWS::IAM::Role",
        "StackResourceDriftStatus": "MODIFIED",
        "Timestamp": AT,
    }
    return StubbedSession(
        {
            "stepfunctions": [("list_tags_for_resource", {"tags": [{"key": TAG, "value": "mlew-acme-workshop"}]})],
            "dynamodb": [
                ("describe_table", {"Table": {"TableArn": arn}}),
                ("list_tags_of_resource", {"Tags": [{"Key": TAG, "Value": "mlew-acme-state"}]}),
            ],
            "cloudformation": [
                *(
                    ("detect_stack_drift", {"StackDriftDetectionId": detection}, {"StackName": stack})
                    for stack, detection in IDS.items()
                ),
                *(
                    (
                        "describe_stack_drift_detection_status",
                        {"StackId": "s", "StackDriftDetectionId": IDS[stack], "Timestamp": AT, **status},
                        {"StackDriftDetectionId": IDS[stack]},
                    )
                    for stack, status in statuses
                ),
                *([("describe_stack_resource_drifts", {"StackResourceDrifts": [drift]}, asked)] if changed else []),
            ],
        }
    )


def test_both_stacks_are_looked_at_at_once_and_waited_for() -> None:
    pauses: list[float] = []
    stubbed = session(
        ("mlew-acme-workshop", BUSY),
        ("mlew-acme-state", IN_SYNC),
        ("mlew-acme-workshop", IN_SYNC),
    )

    found = check_drift(stubbed, DEPLOYMENT, pauses.append)

    assert (found.state, found.facts["stacks"]) == ("ok", "mlew-acme-workshop, mlew-acme-state")
    assert pauses == [EVERY]
    assert stubbed.all_asked()


@pytest.mark.parametrize("status", [DRIFTED, DRIFTED | {"DetectionStatus": "DETECTION_FAILED"}])
def test_what_was_changed_by_hand_is_named(status: dict[str, str]) -> None:
    stubbed = session(("mlew-acme-workshop", status), ("mlew-acme-state", IN_SYNC), changed="mlew-acme-workshop")

    found = check_drift(stubbed, DEPLOYMENT, lambda _: None)

    assert (found.state, found.facts["stacks"]) == ("warn", "mlew-acme-workshop")
    assert found.facts["resources"] == "RunListenRole"


@pytest.mark.parametrize(
    "status",
    [
        {"DetectionStatus": "DETECTION_FAILED", "DetectionStatusReason": "No right to look at Key"},
        {"DetectionStatus": "DETECTION_FAILED", "StackDriftStatus": "IN_SYNC"},
        {"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "UNKNOWN"},
        {"DetectionStatus": "DETECTION_COMPLETE", "StackDriftStatus": "NOT_CHECKED"},
    ],
)
def test_half_a_look_is_no_all_clear(status: dict[str, str]) -> None:
    found = check_drift(
        session(("mlew-acme-workshop", IN_SYNC), ("mlew-acme-state", status)), DEPLOYMENT, lambda _: None
    )

    assert (found.state, found.reason, found.facts["stacks"]) == ("unknown", "drift-not-known", "mlew-acme-state")
    assert found.facts["why"] == status.get("DetectionStatusReason", "")


def test_not_for_ever() -> None:
    busy: list[tuple[str, dict[str, Any]]] = [("mlew-acme-workshop", BUSY), ("mlew-acme-state", BUSY)]
    pauses: list[float] = []

    found = check_drift(session(*busy * (LONGEST_WAIT // EVERY)), DEPLOYMENT, pauses.append)

    assert found.state == "unknown"
    assert sum(pauses) <= LONGEST_WAIT


def test_resources_without_a_stack_are_unknown() -> None:
    arn = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/mlew-acme"
    stubbed = StubbedSession(
        {
            "stepfunctions": [("list_tags_for_resource", {"tags": []})],
            "dynamodb": [("describe_table", {"Table": {"TableArn": arn}}), ("list_tags_of_resource", {"Tags": []})],
            "cloudformation": [],
        }
    )

    assert check_drift(stubbed, DEPLOYMENT, lambda _: None).reason == "drift-not-known"
