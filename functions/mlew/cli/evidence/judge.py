"""`mlew evidence judge`: a person's word on a criterion that no number decides."""

from typing import Annotated

import typer

from mlew.cli.evidence.brought import bringing, evidence_pair, told
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption, workshop_of
from mlew.cli.show import WorkshopOption


def judge(
    cli: Invocation,
    criterion: Annotated[str, typer.Argument(metavar="CRITERION")],
    passed: Annotated[bool, typer.Option("--passed/--failed")],
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
) -> None:
    """A later one replaces it; all of them are kept."""
    record = workshop_of(cli, workshop)
    whose = evidence_pair(cli, record, pair)
    stored = bringing(cli).judgement(record, whose, criterion, passed=passed, reason=reason)
    told(cli, record, whose, stored, criterion=criterion, passed=passed, by=cli.person)
