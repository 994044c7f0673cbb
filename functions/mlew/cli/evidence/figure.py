"""`mlew evidence figure`: a number from the business's own records."""

from typing import Annotated

import typer

from mlew.cli.evidence.brought import bringing, evidence_pair, told
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.documents.figures import read_figure
from mlew.errors import InputError


def figure(
    cli: Invocation,
    criterion: Annotated[str, typer.Argument(metavar="CRITERION")],
    value: Annotated[str, typer.Argument(metavar="NUMBER")],
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT")] = "",
) -> None:
    """In the unit of the criterion. A later one replaces it; all of them are kept."""
    record = workshop_of(cli, workshop)
    whose = evidence_pair(cli, record, pair)
    number = read_figure(value)
    if number is None:
        raise InputError(cli.words("evidence.no-number", value=value), hint=cli.words("evidence.no-number-hint"))
    stored = bringing(cli).figure(record, whose, criterion, number, source=source)
    told(cli, record, whose, stored, criterion=criterion, value=number, by=cli.person)
