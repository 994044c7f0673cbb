"""`TimeoutSeconds` of a state machine ends it, and that of a task may be a JSONata expression.

Why: the emulator ignores a machine's limit, so a workshop that nobody decides about would stay open for
ever; it takes an expression for a number and crashes; and a task that fails after its execution was stopped
turns the execution from aborted or timed out into failed.
"""

import contextvars
import json
import threading
from typing import Any

import ministack.services.stepfunctions as workflows
from ministack.core.responses import now_iso

from . import Settings
from ._execution import follow_executions

_SECONDS = ("TimeoutSeconds", "HeartbeatSeconds")


def apply(_settings: Settings) -> None:
    follow_executions()
    run, fail, execute_task = workflows._run_execution, workflows._fail_execution, workflows._execute_task

    def run_within_limit(arn: str) -> None:
        execution = workflows._executions.get(arn) or {}
        limit = _limit(execution)
        if not limit:
            run(arn)
            return
        timer = threading.Timer(limit, contextvars.copy_context().run, args=(_time_out, execution))
        timer.daemon = True
        timer.start()
        try:
            run(arn)
        finally:
            timer.cancel()

    def fail_if_running(execution: dict[str, Any], error: str, cause: str) -> None:
        if execution["status"] == "RUNNING":
            fail(execution, error, cause)

    def task_with_seconds(state: dict[str, Any], state_input: Any, execution: Any, context: Any) -> Any:
        if execution and execution.get("status") != "RUNNING":
            raise workflows._ExecutionError("States.ExecutionEnded", "The execution has ended.")
        for field in _SECONDS:
            if isinstance(state.get(field), str):
                seconds = workflows._jsonata_state_field(state, field, "number", state_input, context)
                state = {**state, field: seconds}
        return execute_task(state, state_input, execution, context)

    workflows._run_execution, workflows._fail_execution = run_within_limit, fail_if_running
    workflows._execute_task = task_with_seconds


def _limit(execution: dict[str, Any]) -> float:
    machine = workflows._state_machines.get(execution.get("stateMachineArn", "")) or {}
    try:
        return float(json.loads(machine.get("definition", "{}")).get("TimeoutSeconds") or 0)
    except ValueError:
        return 0.0


def _time_out(execution: dict[str, Any]) -> None:
    if execution.get("status") != "RUNNING":
        return
    execution.update(status="TIMED_OUT", stopDate=now_iso(), error="States.Timeout", cause="")
    details = {"executionTimedOutEventDetails": {"error": "States.Timeout"}}
    workflows._add_event(execution, "ExecutionTimedOut", details)
    workflows._emit_execution_status_event(execution)
