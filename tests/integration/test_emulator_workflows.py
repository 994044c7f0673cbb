"""What our state machine uses and the emulator does right: nothing of it may be lost with another version."""

import json
from typing import Any

import pytest

from infra.embedded.endpoint import Endpoint
from tests.integration.emulator_probes.cloud import Cloud
from tests.integration.emulator_probes.workflows import (
    FAIL,
    FORGET,
    WAIT_FOR_TOKEN,
    branch,
    child,
    parent_role,
    say,
    task,
)

pytestmark = pytest.mark.embedded

QUEUE_TOKEN = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"


@pytest.fixture(scope="module")
def cloud(embedded_aws: Endpoint) -> Cloud:
    return Cloud(embedded_aws)


def caught(error: str) -> dict[str, Any]:
    return {"ErrorEquals": [error], "Output": "{% $states.errorOutput.Error %}", "Next": "Caught"}


def test_an_inline_map_selects_counts_and_collects(cloud: Cloud) -> None:
    each = {
        "Type": "Map",
        "Items": "{% $states.input.cells %}",
        "ItemSelector": {
            "cell": "{% $states.context.Map.Item.Value %}",
            "index": "{% $states.context.Map.Item.Index %}",
            "workshop": "{% $workshop %}",
        },
        "MaxConcurrency": "{% $states.input.at_once %}",
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "INLINE"},
            **branch(say("{% $states.input.workshop & $states.input.cell & $string($states.input.index) %}")),
        },
        "Assign": {"count": "{% $count($states.result) %}"},
        "Output": "{% $states.result %}",
        "Next": "After",
    }
    states = {
        "Before": say("{% $states.input %}", Assign={"workshop": "w"}, Next="Each"),
        "Each": each,
        "After": say({"made": "{% $states.input %}", "count": "{% $count %}"}),
    }

    assert cloud.run(states, {"cells": ["a", "b", "c"], "at_once": 2}) == {"made": ["wa0", "wb1", "wc2"], "count": 3}


def test_what_is_missing_can_be_asked_for(cloud: Cloud) -> None:
    cause = "{% $exists($states.input.Cause) ? $string($states.input.Cause) : '' %}"
    states = {"Told": say(cause)}

    assert cloud.run(states, {"Error": "States.Timeout"}) == ""
    assert cloud.run(states, {"Error": "OutputInvalid", "Cause": '{"errorMessage": "x"}'}) == '{"errorMessage": "x"}'


def test_a_state_may_hand_on_nothing(cloud: Cloud) -> None:
    states = {"A": say({}, Next="B"), "B": say("{% $states.input %}")}

    assert cloud.run(states, {"a": 1}) == {}


def test_a_failing_item_fails_its_map_by_the_name_of_its_error(cloud: Cloud) -> None:
    each = {
        "Type": "Map",
        "Items": [1, 2],
        "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, **branch(task(cloud.function(FAIL)))},
        "Catch": [caught("Throttled")],
        "End": True,
    }

    assert cloud.run({"Each": each, "Caught": say("{% $states.input %}")}) == "Throttled"


def test_a_tasks_limit_is_caught_as_a_timeout(cloud: Cloud) -> None:
    slow = cloud.function("import time\ndef handler(e, c): time.sleep(5)")
    state = task(slow, TimeoutSeconds=1, Catch=[caught("States.Timeout")])

    assert cloud.run({"A": state, "Caught": say("{% $states.input %}")}) == "States.Timeout"


def test_a_functions_limit_is_caught_as_its_own(cloud: Cloud) -> None:
    slow = cloud.function("import time\ndef handler(e, c): time.sleep(5)", timeout=1)
    state = task(slow, Catch=[caught("Sandbox.Timedout")])

    assert cloud.run({"A": state, "Caught": say("{% $states.input %}")}) == "Sandbox.Timedout"


def test_a_gate_that_nobody_decides_ends_as_a_timeout(cloud: Cloud) -> None:
    state = task(cloud.function(FORGET), WAIT_FOR_TOKEN, TimeoutSeconds=1, Catch=[caught("States.Timeout")])

    assert cloud.run({"A": state, "Caught": say("{% $states.input %}")}) == "States.Timeout"


def test_gates_side_by_side_are_decided_one_by_one(cloud: Cloud) -> None:
    sqs, workflows = cloud.client("sqs"), cloud.client("stepfunctions")
    queue = sqs.create_queue(QueueName=cloud.name())["QueueUrl"]

    def gate(name: str) -> dict[str, Any]:
        body = {"gate": name, "token": "{% $states.context.Task.Token %}"}
        arguments = {"QueueUrl": queue, "MessageBody": body}
        return branch({"Type": "Task", "Resource": QUEUE_TOKEN, "Arguments": arguments, "End": True})

    both = {"Type": "Parallel", "Branches": [gate("press release"), gate("iteration")], "End": True}
    role = cloud.role({"Action": "sqs:SendMessage", "Resource": "*"})
    execution = cloud.start(cloud.machine({"Both": both}, role=role))
    tokens: dict[str, str] = {}

    def all_open() -> bool:
        for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            opened = json.loads(message["Body"])
            tokens[opened["gate"]] = opened["token"]
        return len(tokens) == 2

    cloud.eventually(all_open)
    for name in ("iteration", "press release"):
        workflows.send_task_success(taskToken=tokens[name], output=json.dumps(f"decided: {name}"))

    assert cloud.result(execution) == ["decided: press release", "decided: iteration"]


def test_a_late_decision_is_refused(cloud: Cloud) -> None:
    workflows = cloud.client("stepfunctions")

    with pytest.raises(workflows.exceptions.TaskDoesNotExist):
        workflows.send_task_success(taskToken="of-yesterday", output="{}")


def test_a_parent_gets_what_its_child_puts_out(cloud: Cloud) -> None:
    machine = cloud.machine({"A": say({"made": "{% $states.input.pair %}"})})
    state = {**child(machine, Input={"pair": "{% $states.input.pair %}"}), "Output": "{% $states.result.Output %}"}

    assert cloud.run({"A": state}, {"pair": "a"}, role=parent_role(cloud)) == {"made": "a"}


def test_a_parent_may_start_what_its_role_names(cloud: Cloud) -> None:
    machine = cloud.machine({"A": say({})})
    role = cloud.role({"Action": "states:StartExecution", "Resource": machine + "-not"})

    assert cloud.run({"A": child(machine)}, role=role)["error"] == "States.Permissions"
