"""What can go wrong between a synthesised assembly and stacks that stand."""

from dataclasses import dataclass

from mlew.errors import SetupError


@dataclass(frozen=True)
class FailedResource:
    """One resource that CloudFormation could not make, change or remove."""

    logical_id: str
    resource_type: str
    reason: str


class AssemblyUnreadable(SetupError):
    """Raise when a folder is not a cloud assembly, or holds something that this deployment cannot do."""


class DeploymentFailed(SetupError):
    """Raise when a stack did not reach the wanted state; names the resources that failed first."""

    def __init__(self, stack: str, status: str, failed: tuple[FailedResource, ...]) -> None:
        """`failed` is in the order of time: the first one is usually the cause of the others."""
        causes = "\n".join(f"  {one.logical_id} ({one.resource_type}): {one.reason}" for one in failed)
        super().__init__(f"stack {stack} ended as {status}" + (f":\n{causes}" if causes else ""))
        self.stack = stack
        self.status = status
        self.failed = failed
