"""Using a task's token needs a permission on the state machine that waits with it.

Why: the emulator asks for `states:SendTaskSuccess` on all resources, so a role that may wake the gates of its own
state machine, and no others, is refused.
Source: "Actions, resources, and condition keys for AWS Step Functions" in the Service Authorization Reference.
"""

import json
from typing import Any

import ministack.core.iam_actions as actions
import ministack.services.stepfunctions as workflows

from . import Settings
from ._execution import follow_executions, state_machine_arn


def apply(_settings: Settings) -> None:
    follow_executions()
    machines: dict[str, str] = {}
    wait_for_token, extract_resource = workflows._invoke_with_callback, actions.extract_resource_arn

    def wait(resource: str, arguments: Any, token: str, state: Any) -> Any:
        machines[token] = state_machine_arn()
        return wait_for_token(resource, arguments, token, state)

    def resource(service: str, method: str, path: str, headers: Any, body: Any, *rest: Any, **named: Any) -> str:
        found = machines.get(_token(body)) if service == "states" else None
        return found or str(extract_resource(service, method, path, headers, body, *rest, **named))

    workflows._invoke_with_callback, actions.extract_resource_arn = wait, resource


def _token(body: Any) -> str:
    try:
        content = json.loads(body)
    except (TypeError, ValueError):
        return ""
    return str(content.get("taskToken", "")) if isinstance(content, dict) else ""
