"""A task needs the permission of its state machine's role.

Why: the emulator runs every task as an administrator, so a role without any policy could call every
function and write every table; a missing grant would first show up in an account.
"""

from typing import Any

import ministack.app
import ministack.core.iam_evaluator as evaluator
import ministack.services.stepfunctions as workflows
from ministack.core.responses import get_account_id, get_region

from . import Settings
from ._execution import follow_executions, role_arn

# Names in a resource's ARN that differ from the service's prefix in IAM.
_PREFIX = {"sfn": "states", "eventbridge": "events", "cloudwatchlogs": "logs", "bedrockruntime": "bedrock"}


def apply(_settings: Settings) -> None:
    follow_executions()
    invoke, wait_for_token = workflows._invoke_resource, workflows._invoke_with_callback

    def checked_invoke(resource: str, arguments: Any) -> Any:
        check(resource, arguments)
        return invoke(resource, arguments)

    def checked_wait(resource: str, arguments: Any, token: str, state: Any) -> Any:
        check(resource, arguments)
        return wait_for_token(resource, arguments, token, state)

    workflows._invoke_resource, workflows._invoke_with_callback = checked_invoke, checked_wait


def check(resource: str, arguments: Any) -> None:
    """Raise the error that Step Functions reports if the role may not do what the task asks for."""
    role, needed = role_arn(), needed_permission(resource, arguments if isinstance(arguments, dict) else {})
    if not ministack.app.AUTH or not role or needed is None:
        return
    action, target = needed
    name, account = role.rsplit("/", 1)[-1], get_account_id()
    principal = f"arn:aws:sts::{account}:assumed-role/{name}/workflow"
    policies = evaluator._gather_role_policies(name, account)
    if target is None:  # what it acts on cannot be read from the arguments: look at the action alone
        statements = [one for policy in policies for one in policy if one.effect == "Allow"]
        allowed = any(evaluator._action_matches(action, one.actions, one.not_actions) for one in statements)
    else:
        request = evaluator.EvalContext(
            principal_arn=principal,
            principal_type="AssumedRole",
            principal_account=account,
            action=action,
            resource_arn=target,
            region=get_region(),
        )
        allowed = evaluator.evaluate(request, policies).decision == "Allow"
    if not allowed:
        error = "Lambda.AWSLambdaException" if action.startswith("lambda:") else "States.Permissions"
        cause = f"User: {principal} is not authorized to perform: {action} on resource: {target or '*'}"
        raise workflows._ExecutionError(error, cause)


def needed_permission(resource: str, arguments: dict[str, Any]) -> tuple[str, str | None] | None:
    """The action and, where the arguments tell it, the ARN that a task resource needs."""
    name = resource.split(".", 1)[0].removesuffix(":2")
    parts = name.split(":")
    if ":lambda:" in name and ":function:" in name:
        return "lambda:InvokeFunction", name
    if not name.startswith("arn:aws:states:::"):
        return None
    service, verb = (parts[6], parts[7]) if parts[5] == "aws-sdk" else (parts[5], parts[6])
    service = _PREFIX.get(service, service)
    if service == "lambda":
        function = str(arguments.get("FunctionName", ""))
        return "lambda:InvokeFunction", function if function.startswith("arn:") else _arn(
            "lambda", f"function:{function}"
        )
    return f"{service}:{verb[0].upper()}{verb[1:]}", _target(service, arguments)


def _target(service: str, arguments: dict[str, Any]) -> str | None:
    for name in ("TopicArn", "StateMachineArn", "TableName", "QueueUrl", "Bucket", "Name"):
        value = arguments.get(name)
        if not isinstance(value, str):
            continue
        if value.startswith("arn:"):
            return value
        match service, name:
            case "dynamodb", "TableName":
                return _arn("dynamodb", f"table/{value}")
            case "sqs", "QueueUrl":
                return _arn("sqs", value.rsplit("/", 1)[-1])
            case "s3", "Bucket":
                key = arguments.get("Key")
                return f"arn:aws:s3:::{value}/{key}" if key else f"arn:aws:s3:::{value}"
            case "ssm", "Name":
                return _arn("ssm", f"parameter/{value.lstrip('/')}")
    return None


def _arn(service: str, rest: str) -> str:
    return f"arn:aws:{service}:{get_region()}:{get_account_id()}:{rest}"
