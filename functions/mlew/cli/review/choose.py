"""`mlew review choose`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.review.approve import CommentOption, PhaseOption
from mlew.cli.review.waiting import decided, waiting
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError
from mlew.services.spreading import Choices


def choose(
    cli: Invocation,
    choices: Annotated[list[str], typer.Argument(metavar="PAIR=IDS...")],
    workshop: WorkshopOption = None,
    phase: PhaseOption = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
    comment: CommentOption = "",
) -> None:
    """Approve with the pairs' choices."""
    found = waiting(cli, workshop, phase)
    gate = cli.workbench.gates.approve(
        found.workshop,
        found.gate.phase,
        by=cli.person,
        arn=cli.arn,
        comment=comment,
        choices=read_choices(choices),
        reason=reason,
    )
    decided(cli, found.workshop, gate, "review.chosen")


def read_choices(given: list[str]) -> Choices:
    """ "a=Q1,Q3" → {"a": ("Q1", "Q3")}. Raises InputError naming what cannot be read or comes twice."""
    found: Choices = {}
    for entry in given:
        pair, sign, ids = entry.partition("=")
        named = tuple(i.strip().upper() for i in ids.split(",") if i.strip())
        if not sign or not named or not pair.strip():
            raise InputError.told("choice.unreadable", entry=entry)
        if pair.strip() in found:
            raise InputError.told("choice.twice", pair=pair.strip())
        found[pair.strip()] = named
    return found
