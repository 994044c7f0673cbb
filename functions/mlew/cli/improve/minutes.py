"""`mlew improve minutes`."""

from typing import Annotated

import typer

from mlew.cli.improve.allocation import PatternOption, allocation, chosen, pattern_line
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.domain.schedule import PATTERNS


def minutes(
    cli: Invocation,
    minutes: Annotated[str | None, typer.Argument(metavar="N,N,N,N,N")] = None,
    pattern: PatternOption = None,
    workshop: WorkshopOption = None,
) -> None:
    """Spread the time anew; without anything said, show how it is spread."""
    spread = chosen(pattern, minutes, cli.words)
    record = workshop_of(cli, workshop)
    if spread is not None:
        record = cli.workbench.improvement.set_minutes(record.id, spread)
    shown = record.minutes or PATTERNS["customer"]
    usual = [line(f"  --pattern {name}  {'/'.join(str(n) for n in m.values())}", "dim") for name, m in PATTERNS.items()]
    cli.out.answer(
        {"workshop": record.id, "minutes": shown},
        allocation(shown, cli.words),
        pattern_line(shown, cli.words),
        *([] if spread is not None else [line(cli.words("improve.usual"), "dim"), *usual]),
    )
