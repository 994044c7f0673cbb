"""A task that waits for a token fails at once if its function fails, and its token dies with the wait.

Why: the emulator hides the error of a function that should have handed the token on, and the gate would sit
there until its time limit. It keeps one token over all attempts, so an answer to the first would count for
the second; it ignores `HeartbeatSeconds`; and the token of a stopped execution still takes an answer.
"""

import contextvars
import threading
import time
from typing import Any

import ministack.services.stepfunctions as workflows
from ministack.core.responses import new_uuid

from . import Settings
from ._execution import follow_executions, has_ended

CHECK_EVERY = 0.2  # seconds
_calling = threading.local()


class _FunctionFailed(Exception):
    """Carries a function's error past the place where the emulator swallows it."""


def apply(_settings: Settings) -> None:
    follow_executions()
    call_lambda, wait_for_token = workflows._call_lambda, workflows._invoke_with_callback
    evaluate_arguments = workflows._apply_jsonata_arguments

    def call(function: Any, event: Any) -> Any:
        try:
            return call_lambda(function, event)
        except workflows._ExecutionError as error:
            if getattr(_calling, "with_token", False):
                raise _FunctionFailed(error.error, error.cause) from error
            raise

    def wait(resource: str, arguments: Any, token: str, state: dict[str, Any]) -> Any:
        watched = threading.Event()
        threading.Thread(
            target=contextvars.copy_context().run, args=(_watch, token, state, watched), daemon=True
        ).start()
        _calling.with_token = True
        try:
            return wait_for_token(resource, arguments, token, state)
        except _FunctionFailed as failed:
            raise workflows._ExecutionError(*failed.args) from None
        finally:
            _calling.with_token = False
            watched.set()
            workflows._task_tokens.pop(token, None)

    def arguments_with_new_token(state: dict[str, Any], state_input: Any, context: Any = None) -> Any:
        if context and ".waitForTaskToken" in str(state.get("Resource", "")):
            context["Task"] = {"Token": new_uuid()}
        return evaluate_arguments(state, state_input, context)

    workflows._call_lambda, workflows._invoke_with_callback = call, wait
    workflows._apply_jsonata_arguments = arguments_with_new_token


def _watch(token: str, state: dict[str, Any], done: threading.Event) -> None:
    """End the wait when the heartbeat is missing or the execution has ended."""
    limit, seen, since = state.get("HeartbeatSeconds"), None, time.monotonic()
    while not done.wait(CHECK_EVERY):
        waiting = workflows._task_tokens.get(token)
        if waiting is None:
            continue
        if waiting.get("heartbeat") != seen:
            seen, since = waiting["heartbeat"], time.monotonic()
        missing = isinstance(limit, int | float) and time.monotonic() - since > limit
        if missing or has_ended():
            error = "States.HeartbeatTimeout" if missing else "States.ExecutionEnded"
            waiting["error"] = {"Error": error, "Cause": "The task did not report in time or is not wanted any more."}
            waiting["event"].set()
            return
