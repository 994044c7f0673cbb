"""`mlew improve priority`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError
from mlew.services.priority import top_priority


def priority(
    cli: Invocation,
    pair: Annotated[str | None, typer.Argument(metavar="PAIR")] = None,
    by_numbers: Annotated[bool, typer.Option("--by-numbers")] = False,
    workshop: WorkshopOption = None,
) -> None:
    """Set whose invention goes first, or see whose does."""
    if pair is not None and by_numbers:
        raise InputError(cli.words("improve.pair-and-numbers"), hint=cli.words("improve.one-of-both"))
    record = workshop_of(cli, workshop)
    if pair is not None or by_numbers:
        record = cli.workbench.improvement.set_priority(record.id, pair or "")
    first = top_priority(cli.workbench.stores, record)
    by_people = record.priority == first
    key = "improve.priority-set" if by_people else "improve.priority-by-numbers"
    cli.out.answer({"workshop": record.id, "priority": first, "set": by_people}, line(cli.words(key, pair=first)))
