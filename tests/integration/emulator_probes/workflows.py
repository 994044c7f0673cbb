"""How state machines run."""

import json
import time
from itertools import pairwise
from typing import Any

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import Cloud, refusal

INVOKE = "arn:aws:states:::lambda:invoke"
WAIT_FOR_TOKEN = "arn:aws:states:::lambda:invoke.waitForTaskToken"
FAIL = "class Throttled(Exception): pass\ndef handler(e, c): raise Throttled(e.get('token', ''))"
LONG_ENOUGH = 15  # seconds for a function that starts cold on a busy machine; where nobody answers all pass
EVERY_SECOND = {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}
FORGET = "def handler(e, c): return None"


def task(function: str, resource: str = INVOKE, **fields: Any) -> dict[str, Any]:
    """A last state that calls the function, with the token if it waits for one."""
    payload = {"token": "{% $states.context.Task.Token %}"} if resource == WAIT_FOR_TOKEN else {}
    arguments = {"FunctionName": function, "Payload": payload}
    return {"Type": "Task", "Resource": resource, "Arguments": arguments, "End": True, **fields}


def branch(state: dict[str, Any]) -> dict[str, Any]:
    return {"StartAt": "Only", "States": {"Only": state}}


def say(value: Any, **fields: Any) -> dict[str, Any]:
    return {"Type": "Pass", "Output": value, **({"End": True} if "Next" not in fields else {}), **fields}


@probe("workflow_permissions", as_in_aws={"status": "FAILED", "error": "Lambda.AWSLambdaException"})
def a_role_without_the_permission_cannot_call_a_function(cloud: Cloud) -> Any:
    return cloud.run({"A": task(cloud.function(FORGET))}, role=cloud.role())


@probe("workflow_permissions", as_in_aws={"status": "FAILED", "error": "Lambda.AWSLambdaException"})
def a_gate_needs_the_permission_too(cloud: Cloud) -> Any:
    state = task(cloud.function(FORGET), WAIT_FOR_TOKEN, TimeoutSeconds=1)
    return cloud.run({"A": state}, role=cloud.role())


@probe("workflow_permissions", as_in_aws="States.Permissions")
def a_role_for_one_table_cannot_write_another(cloud: Cloud) -> Any:
    role = cloud.role({"Action": "dynamodb:PutItem", "Resource": cloud.arn("dynamodb", "table/mine")})
    arguments = {"TableName": "not-mine", "Item": {"pk": {"S": "1"}}}
    resource = "arn:aws:states:::dynamodb:putItem"
    state = {"Type": "Task", "Resource": resource, "Arguments": arguments, "End": True}
    return cloud.run({"A": state}, role=role)["error"]


WAKE = """
import boto3
def handler(event, context):
    boto3.client("stepfunctions").send_task_success(taskToken=event["token"], output="1")
"""


@probe("workflow_token_permissions", as_in_aws=[1, "FAILED"])
def a_function_wakes_the_gates_of_the_machine_that_its_role_names(cloud: Cloud) -> Any:
    name = cloud.name()
    mine, others = cloud.arn("states", f"stateMachine:{name}"), cloud.arn("states", "stateMachine:another")
    found = []
    for machine in (mine, others):
        role = cloud.role({"Action": "states:SendTaskSuccess", "Resource": machine})
        state = task(cloud.function(WAKE, role=role), WAIT_FOR_TOKEN, TimeoutSeconds=2 * LONG_ENOUGH)
        answer = cloud.result(cloud.start(cloud.machine({"A": state}, name=name)))
        found.append(answer["status"] if isinstance(answer, dict) else answer)
        if found[0] != 1:
            break  # the right one is refused already: no need to wait for the wrong one
        name = cloud.name()
    return found


@probe("workflow_retries", as_in_aws=True)
def the_delay_between_attempts_is_capped(cloud: Cloud) -> bool:
    rule = {
        "ErrorEquals": ["States.ALL"],
        "IntervalSeconds": 1,
        "BackoffRate": 10,
        "MaxDelaySeconds": 1,
        "MaxAttempts": 2,
    }
    execution = cloud.start(cloud.machine({"A": task(cloud.function(FAIL), Retry=[rule])}))
    cloud.result(execution)
    return gaps(cloud, execution)[-1] < 9


@probe("workflow_retries", as_in_aws=True)
def jitter_spreads_the_attempts(cloud: Cloud) -> bool:
    """Of five delays, each anywhere between none and four seconds, one is short, with luck of 3 to 10 million."""
    rule = {
        "ErrorEquals": ["States.ALL"],
        "IntervalSeconds": 4,
        "BackoffRate": 1,
        "JitterStrategy": "FULL",
        "MaxAttempts": 5,
    }
    execution = cloud.start(cloud.machine({"A": task(cloud.function(FAIL), Retry=[rule])}))
    cloud.result(execution)
    return min(gaps(cloud, execution)) < 3.8


def gaps(cloud: Cloud, execution: str) -> list[float]:
    """Seconds between one attempt and the next."""
    times = [event["timestamp"].timestamp() for event in cloud.events(execution, "TaskScheduled")]
    return [later - earlier for earlier, later in pairwise(times)]


@probe("workflow_task_tokens", as_in_aws={"status": "FAILED", "error": "Throttled"})
def a_gate_whose_function_fails_fails(cloud: Cloud) -> Any:
    return cloud.run({"A": task(cloud.function(FAIL), WAIT_FOR_TOKEN, TimeoutSeconds=LONG_ENOUGH)})


@probe("workflow_task_tokens", as_in_aws=2)
def every_attempt_has_a_token_of_its_own(cloud: Cloud) -> int:
    rule = {"ErrorEquals": ["Throttled"], "IntervalSeconds": 1, "MaxAttempts": 1}
    state = task(cloud.function(FAIL), WAIT_FOR_TOKEN, TimeoutSeconds=LONG_ENOUGH, Retry=[rule])
    execution = cloud.start(cloud.machine({"A": state}))
    cloud.result(execution)
    failed = cloud.events(execution, "TaskFailed")
    causes = [event["taskFailedEventDetails"].get("cause", "") for event in failed]
    return len({json.loads(cause)["errorMessage"] for cause in causes if cause.startswith("{")})


@probe("workflow_task_tokens", as_in_aws="States.HeartbeatTimeout")
def a_missing_heartbeat_ends_the_wait(cloud: Cloud) -> Any:
    state = task(cloud.function(FORGET), WAIT_FOR_TOKEN, HeartbeatSeconds=1, TimeoutSeconds=LONG_ENOUGH)
    return cloud.run({"A": state})["error"]


@probe("workflow_task_tokens", as_in_aws=True)
def the_token_of_a_stopped_execution_is_worth_nothing(cloud: Cloud) -> bool:
    sqs, workflows = cloud.client("sqs"), cloud.client("stepfunctions")
    queue = sqs.create_queue(QueueName=cloud.name())["QueueUrl"]
    arguments = {"QueueUrl": queue, "MessageBody": "{% $states.context.Task.Token %}"}
    resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    state = {"Type": "Task", "Resource": resource, "Arguments": arguments, "End": True}
    role = cloud.role({"Action": "sqs:SendMessage", "Resource": "*"})
    execution = cloud.start(cloud.machine({"A": state}, role=role))
    message = cloud.eventually(lambda: sqs.receive_message(QueueUrl=queue).get("Messages"))
    workflows.stop_execution(executionArn=execution)
    # The wait looks at its execution five times a second.
    beat, until = {"taskToken": message[0]["Body"]}, time.monotonic() + LONG_ENOUGH
    while time.monotonic() < until:
        if refusal(lambda: workflows.send_task_heartbeat(**beat)) in ("TaskDoesNotExist", "TaskTimedOut"):
            return True
    return False


@probe("workflow_timeouts", as_in_aws="TIMED_OUT")
def a_machines_limit_ends_it(cloud: Cloud) -> Any:
    result = cloud.run({"A": {"Type": "Wait", "Seconds": LONG_ENOUGH, "End": True}}, TimeoutSeconds=1)
    return result.get("status")


@probe("workflow_timeouts", as_in_aws="late")
def a_tasks_limit_may_be_an_expression_and_is_caught_by_name(cloud: Cloud) -> Any:
    rule = {"ErrorEquals": ["States.Timeout"], "Next": "Late"}
    state = task(cloud.function(FORGET), WAIT_FOR_TOKEN, TimeoutSeconds="{% $states.input.seconds %}", Catch=[rule])
    return cloud.run({"A": state, "Late": say("late")}, {"seconds": 1})


@probe("workflow_timeouts", as_in_aws="ABORTED")
def a_stopped_execution_stays_stopped_when_its_task_fails_later(cloud: Cloud) -> str:
    source = "import time\ndef handler(e, c):\n  time.sleep(5)\n  raise ValueError"
    workflows = cloud.client("stepfunctions")
    execution = cloud.start(cloud.machine({"A": task(cloud.function(source))}))
    cloud.eventually(lambda: cloud.events(execution, "TaskScheduled"))
    workflows.stop_execution(executionArn=execution)
    cloud.eventually(lambda: cloud.events(execution, "TaskFailed"))
    return str(workflows.describe_execution(executionArn=execution)["status"])


@probe("workflow_branches", as_in_aws={"results": [1, 2], "kept": 1})
def parallel_evaluates_its_output_and_variables(cloud: Cloud) -> Any:
    parallel = {
        "Type": "Parallel",
        "Branches": [branch(say(1)), branch(say(2))],
        "Assign": {"first": "{% $states.result[0] %}"},
        "Output": {"results": "{% $states.result %}"},
        "Next": "B",
    }
    merged = {"results": "{% $states.input.results %}", "kept": "{% $first %}"}
    return cloud.run({"A": parallel, "B": say(merged)})


@probe("workflow_branches", as_in_aws=[{"only": "this"}])
def branches_get_the_arguments_of_their_parallel(cloud: Cloud) -> Any:
    parallel = {
        "Type": "Parallel",
        "Arguments": {"only": "{% $states.input.a %}"},
        "Branches": [branch(say("{% $states.input %}"))],
        "End": True,
    }
    return cloud.run({"A": parallel}, {"a": "this", "b": "not this"})


@probe("workflow_branches", as_in_aws="outer")
def a_variable_of_a_branch_stays_in_it(cloud: Cloud) -> Any:
    parallel = {"Type": "Parallel", "Branches": [branch(say(1, Assign={"v": "inner"}))], "Next": "C"}
    return cloud.run({"A": say(0, Assign={"v": "outer"}, Next="B"), "B": parallel, "C": say("{% $v %}")})


@probe("workflow_branches", as_in_aws={"done": True})
def succeed_has_an_output(cloud: Cloud) -> Any:
    return cloud.run({"A": {"Type": "Succeed", "Output": {"done": True}}})


@probe("workflow_definitions", as_in_aws="InvalidDefinition")
def a_machine_that_leads_nowhere_is_refused(cloud: Cloud) -> str:
    return refusal(lambda: cloud.machine({"A": say(1, Next="Nowhere")}))


@probe("workflow_definitions", as_in_aws="InvalidDefinition")
def half_a_document_is_refused(cloud: Cloud) -> str:
    workflows, role = cloud.client("stepfunctions"), cloud.role()
    return refusal(lambda: workflows.create_state_machine(name=cloud.name(), definition="{", roleArn=role))


CHILD = "arn:aws:states:::states:startExecution.sync:2"


def child(machine: str, **arguments: Any) -> dict[str, Any]:
    """A last state that runs another state machine and waits for it."""
    given = {"StateMachineArn": machine, "Input": {}, **arguments}
    return {"Type": "Task", "Resource": CHILD, "Arguments": given, "End": True}


def parent_role(cloud: Cloud) -> str:
    return cloud.role({"Action": "states:*", "Resource": "*"})


@probe("workflow_children", as_in_aws=["States.TaskFailed", "Broken", "it broke", "FAILED"])
def a_child_that_fails_is_a_failed_task_with_its_reason_inside(cloud: Cloud) -> Any:
    failing = cloud.machine({"A": {"Type": "Fail", "Error": "Broken", "Cause": "it broke"}})
    caught = {"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Next": "Caught"}
    states = {"A": {**child(failing), "Catch": [caught]}, "Caught": say("{% $states.input %}")}
    told = cloud.run(states, role=parent_role(cloud))
    cause = json.loads(told["Cause"]) if str(told.get("Cause")).startswith("{") else {}
    return [told["Error"], *(cause.get(name) for name in ("Error", "Cause", "Status"))]


@probe("workflow_children", as_in_aws="ABORTED")
def a_child_is_stopped_with_its_parent(cloud: Cloud) -> Any:
    workflows = cloud.client("stepfunctions")
    machine = cloud.machine({"A": {"Type": "Wait", "Seconds": LONG_ENOUGH, "End": True}})
    parent = cloud.start(cloud.machine({"A": child(machine)}, role=parent_role(cloud)))
    [begun] = cloud.eventually(lambda: workflows.list_executions(stateMachineArn=machine)["executions"])
    workflows.stop_execution(executionArn=parent)

    def ended() -> str:
        status = str(workflows.describe_execution(executionArn=begun["executionArn"])["status"])
        return "" if status == "RUNNING" else status

    return cloud.eventually(ended)


@probe("workflow_children", as_in_aws="StepFunctions.ExecutionAlreadyExistsException")
def a_name_belongs_to_one_child(cloud: Cloud) -> Any:
    machine = cloud.machine({"A": say({"done": 1})})
    states = {"A": {**child(machine, Name="once"), "End": False, "Next": "B"}, "B": child(machine, Name="once")}
    states["A"].pop("End")
    answer = cloud.run(states, role=parent_role(cloud))
    return answer.get("error", "none")
