import json
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from mlew.adapters.aws_errors import error_code, setup_errors
from mlew.adapters.clients import Clients
from mlew.adapters.keys import checked_id
from mlew.domain.base import Edition
from mlew.errors import Conflict, SetupError
from mlew.ports.executions import Executions, ExecutionState

if TYPE_CHECKING:
    from types_boto3_stepfunctions.literals import ExecutionStatusType

_STATES: "dict[ExecutionStatusType, ExecutionState]" = {
    "RUNNING": "running",
    "PENDING_REDRIVE": "running",
    "SUCCEEDED": "succeeded",
    "FAILED": "failed",
    "TIMED_OUT": "failed",
    "ABORTED": "failed",
}
_FORGOTTEN = frozenset(["ExecutionDoesNotExist", "InvalidArn"])
_NOBODY_WAITS = frozenset(["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])
_LONGEST_CAUSE = 32_768


class StepFunctionsExecutions(Executions):
    """Executions of one state machine, or of one for each edition."""

    def __init__(self, clients: Clients, state_machine: str, improvement: str = "") -> None:
        """`state_machine`: its ARN; `improvement`: that of the improvement edition's."""
        self._clients = clients
        self._machines: dict[Edition, str] = {"practice": state_machine, "improvement": improvement}

    def start(self, workshop_id: str, name: str, *, edition: Edition = "practice", **given: str | int) -> str:
        """See the port. AWS gives back the execution of that name and workshop while it runs."""
        try:
            with setup_errors():
                answer = self._clients.stepfunctions().start_execution(
                    stateMachineArn=self._machine(edition),
                    name=name,
                    input=json.dumps({"workshop": checked_id(workshop_id), **given}),
                )
        except ClientError as error:
            if error_code(error) != "ExecutionAlreadyExists":
                raise
            raise Conflict.told("execution.there", name=name) from error
        return answer["executionArn"]

    def reference(self, name: str, *, edition: Edition = "practice") -> str:
        """See the port."""
        return f"{self._machine(edition).replace(':stateMachine:', ':execution:', 1)}:{name}"

    def state(self, execution: str) -> ExecutionState:
        """See the port."""
        if not execution:
            return "unknown"
        try:
            with setup_errors():
                answer = self._clients.stepfunctions().describe_execution(executionArn=execution)
        except ClientError as error:
            if error_code(error) not in _FORGOTTEN:
                raise
            return "unknown"
        return _STATES[answer["status"]]

    def stop(self, execution: str, reason: str) -> None:
        """See the port."""
        if self.state(execution) != "running":
            return
        with setup_errors():
            self._clients.stepfunctions().stop_execution(
                executionArn=execution, error="Stopped", cause=reason[:_LONGEST_CAUSE]
            )

    def wake(self, token: str, output: dict[str, str]) -> bool:
        """See the port."""
        if not token:
            return False
        try:
            with setup_errors():
                self._clients.stepfunctions().send_task_success(taskToken=token, output=json.dumps(output))
        except ClientError as error:
            if error_code(error) not in _NOBODY_WAITS:
                raise
            return False
        return True

    def _machine(self, edition: Edition) -> str:
        machine = self._machines[edition]
        if not machine:
            raise SetupError.told("deployment.no-edition", edition=edition)
        return machine
