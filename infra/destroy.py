"""Take a customer's deployment down: `python -m infra.destroy CUSTOMER [--yes]` (make destroy).

What the settings keep (`removal = "keep"`) stays: tables, buckets and key with everything in them. Published mocks
go in any case, and their addresses with them.
"""

import sys
from collections.abc import Callable, Sequence

import boto3

from infra.account import caller_in_account
from infra.deployment.removal import leftovers, remove
from infra.deployment.stack import Progress
from infra.environments import Environment, load
from infra.terminal import run, say
from mlew.errors import InputError, SetupError

PARTS = ("state", "metrics", "mocks", "workshop", "spending")
TOLD = ("DELETE_COMPLETE", "DELETE_SKIPPED", "EMPTIED")


def stacks_to_remove(environment: Environment) -> list[str]:
    """In the order they were made. The stack of what survives is among them only if nothing shall survive."""
    kept = environment.removal == "keep"
    return [environment.name(part) for part in PARTS if not (kept and part == "state")]


def destroy(environment: Environment, session: boto3.Session, tell: Callable[[str], None]) -> list[str]:
    """Remove the stacks; returns the ARNs that still carry the customer's tags. Raises DeploymentFailed."""

    def listener(progress: Progress) -> None:
        if progress.status in TOLD:
            tell(f"  {progress.status.lower():16} {progress.resource_type:32} {progress.logical_id}")

    removal = remove(session, stacks_to_remove(environment), listener=listener)
    tell(f"Removed: {', '.join(removal.removed) or 'nothing, no stack was there'}.")
    if removal.object_versions:
        tell(f"Deleted {removal.object_versions} object versions.")
    return leftovers(session, environment.tags)


def main(arguments: Sequence[str]) -> None:
    """The customer; `--yes` answers the question."""
    environment = load(arguments[0])
    session = boto3.Session(region_name=environment.region)
    if environment.embedded:
        raise SetupError(f"{environment.customer} is the embedded AWS of this machine", hint="make reset")
    caller_in_account(environment, session)
    what = "its stacks" if environment.removal == "keep" else "its stacks and ALL its workshops"
    if "--yes" not in arguments[1:]:
        sys.stdout.write(
            f"This removes {environment.display_name} from {environment.account}: {what}. Type {environment.customer}: "
        )
        sys.stdout.flush()
        if sys.stdin.readline().strip() != environment.customer:
            raise InputError("nothing was removed")
    left = destroy(environment, session, say)
    if environment.removal == "keep":
        say('Kept, as the settings say (removal = "keep"):')
    elif left:
        say("Still there; AWS keeps a key for 7 days, other things a few minutes (docs/deploy.md):")
    say("\n".join(f"  {arn}" for arn in left) or "  nothing carries the customer's tags any more")


if __name__ == "__main__":
    run(main)
