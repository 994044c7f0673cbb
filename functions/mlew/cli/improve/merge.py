"""`mlew improve merge`."""

from typing import Annotated

import typer

from mlew.cli.improve.pairs_view import pairs_data, pairs_view
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption


def merge(
    cli: Invocation, pair: Annotated[str, typer.Argument(metavar="PAIR")], workshop: WorkshopOption = None
) -> None:
    """All pairs go on as this one."""
    record = cli.workbench.improvement.merge(workshop_of(cli, workshop).id, pair)
    undo = line(cli.words("improve.undo-merge", workshop=record.id), "dim")
    cli.out.answer(
        pairs_data(record), line(cli.words("improve.merged", pair=pair), "green"), pairs_view(cli, record), undo
    )
