from typing import Literal, Protocol

from mlew.domain.base import Edition

ExecutionState = Literal["running", "succeeded", "failed", "unknown"]


class Executions(Protocol):
    """The workflow engine. Each edition has a state machine; what has no editions is started as "practice"."""

    def start(self, workshop_id: str, name: str, *, edition: Edition = "practice", **given: str | int) -> str:
        """Start the edition's state machine for a workshop; returns the execution's id.

        `given`: what it takes beside the workshop. Raises Conflict if `name` was used, SetupError like `reference`.
        """

    def reference(self, name: str, *, edition: Edition = "practice") -> str:
        """The id that the execution of this name has, whether it was started or not.

        Raises SetupError if this deployment has no state machine for the edition.
        """

    def state(self, execution: str) -> ExecutionState:
        """ "unknown" if the engine has forgotten it (restart of the embedded AWS, 90 days in AWS)."""

    def stop(self, execution: str, reason: str) -> None:
        """Stop it; nothing happens if it has ended."""

    def wake(self, token: str, output: dict[str, str]) -> bool:
        """Let the execution that waits with this token go on. False if the token is gone: use `resume`."""
