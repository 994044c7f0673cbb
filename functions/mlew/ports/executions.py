from typing import Literal, Protocol

ExecutionState = Literal["running", "succeeded", "failed", "unknown"]


class Executions(Protocol):
    """The workflow engine."""

    def start(self, workshop_id: str, name: str, **given: str | int) -> str:
        """Start the state machine for a workshop; returns the execution's id. Raises Conflict if `name` was used.

        `given`: what it takes beside the workshop.
        """

    def reference(self, name: str) -> str:
        """The id that the execution of this name has, whether it was started or not."""

    def state(self, execution: str) -> ExecutionState:
        """ "unknown" if the engine has forgotten it (restart of the embedded AWS, 90 days in AWS)."""

    def stop(self, execution: str, reason: str) -> None:
        """Stop it; nothing happens if it has ended."""

    def wake(self, token: str, output: dict[str, str]) -> bool:
        """Let the execution that waits with this token go on. False if the token is gone: use `resume`."""
