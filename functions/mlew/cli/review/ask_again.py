"""`mlew review ask-again`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.review.approve import CommentOption, PhaseOption
from mlew.cli.review.waiting import corrections_of, decided, waiting
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError


def ask_again(
    cli: Invocation,
    workshop: WorkshopOption = None,
    phase: PhaseOption = None,
    comment: CommentOption = "",
    correction: Annotated[list[str] | None, typer.Option("--correction", "-c", metavar="ID")] = None,
) -> None:
    """Send the phase back with a comment, ready corrections, or both."""
    found = waiting(cli, workshop, phase)
    given = tuple(correction or ())
    ready = [c.id for c in corrections_of(found)]
    unknown = [c for c in given if c not in ready]
    if unknown:
        raise InputError.told("correction.unknown", unknown=", ".join(unknown), ready=", ".join(ready))
    gate = cli.workbench.gates.ask_again(
        found.workshop, found.gate.phase, by=cli.person, arn=cli.arn, comment=comment, corrections=given
    )
    decided(cli, found.workshop, gate, "review.asked-again")
