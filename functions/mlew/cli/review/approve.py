"""`mlew review approve`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.review.waiting import decided, waiting
from mlew.cli.show import WorkshopOption

PhaseOption = Annotated[str | None, typer.Option("--phase", metavar="PHASE")]
CommentOption = Annotated[str, typer.Option("--comment", "-m", metavar="TEXT")]


def approve(
    cli: Invocation, workshop: WorkshopOption = None, phase: PhaseOption = None, comment: CommentOption = ""
) -> None:
    """Approve; what was not chosen is taken by the numbers."""
    found = waiting(cli, workshop, phase)
    gate = cli.workbench.gates.approve(found.workshop, found.gate.phase, by=cli.person, arn=cli.arn, comment=comment)
    decided(cli, found.workshop, gate, "review.approved")
