"""Which execution the current thread works for: several workflow patches ask for its role or its end."""

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ministack.services.stepfunctions as workflows

_current: contextvars.ContextVar[dict[str, Any] | None] = contextvars.ContextVar("mlew_execution", default=None)


@contextmanager
def working_for(execution: dict[str, Any] | None) -> Iterator[None]:
    """Everything called inside belongs to `execution`, also in threads that copy the context."""
    token = _current.set(execution)
    try:
        yield
    finally:
        _current.reset(token)


def has_ended() -> bool:
    """Whether the execution was stopped, or timed out, while this thread was still busy with it."""
    execution = _current.get()
    return execution is not None and execution.get("status") != "RUNNING"


def state_machine_arn() -> str:
    """The execution's state machine; empty outside an execution."""
    execution = _current.get() or {}
    return str(execution.get("stateMachineArn", "")).split("/", maxsplit=1)[0]


def role_arn() -> str:
    """The role of the execution's state machine; empty outside an execution."""
    machine = workflows._state_machines.get(state_machine_arn()) or {}
    return str(machine.get("roleArn", ""))


_hooked = False


def follow_executions() -> None:
    """Note the execution around every task; safe to ask for by several patches."""
    global _hooked  # noqa: PLW0603 - one hook however many patches need it
    if _hooked:
        return
    _hooked = True
    execute_task = workflows._execute_task

    def followed(state: Any, state_input: Any, execution: Any, context: Any) -> Any:
        with working_for(execution):
            return execute_task(state, state_input, execution, context)

    workflows._execute_task = followed
