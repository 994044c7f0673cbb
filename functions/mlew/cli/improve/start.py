"""`mlew improve start`."""

from typing import Annotated

import typer

from mlew.cli.embedded.up import ensure_up
from mlew.cli.follow import WorkshopId, finish
from mlew.cli.improve.allocation import PatternOption, allocation, chosen, pattern_line
from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.watching import Watcher
from mlew.domain.schedule import PATTERNS
from mlew.domain.workshop import GateMode


def start(
    cli: Invocation,
    workshop: WorkshopId = None,
    pattern: PatternOption = None,
    minutes: Annotated[str | None, typer.Option("--minutes", metavar="N,N,N,N,N")] = None,
    gates: Annotated[GateMode | None, typer.Option("--gates")] = None,
    budget: Annotated[float | None, typer.Option("--budget", min=0.01)] = None,
    mocks: Annotated[bool, typer.Option("--mocks/--no-mocks")] = True,
    watch: Annotated[bool, typer.Option("--watch/--no-watch")] = True,
) -> None:
    """Begin on what the edition before has left, and follow it."""
    spread = chosen(pattern, minutes, cli.words) or PATTERNS["customer"]
    if cli.target.embedded:
        ensure_up(cli, None)
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    _, seen = cli.workbench.stores.progress.since(record.id, "")
    begun = cli.workbench.improvement.start(
        record.id, minutes=spread, by=cli.person, budget_usd=budget, gates=gates, mocks=mocks
    )
    cli.note("improve.started", "bold", workshop=begun.id, round=begun.edition_round - 1)
    if watch:
        finish(cli, Watcher(cli, begun.id, stop_at_gate=True, seen=seen).follow())
        return
    cli.out.answer(
        {
            "workshop": begun.id,
            "round": begun.edition_round - 1,
            "minutes": begun.minutes,
            "execution": begun.execution,
        },
        allocation(begun.minutes, cli.words),
        pattern_line(begun.minutes, cli.words),
        line(cli.words("improve.change-minutes", workshop=begun.id), "dim"),
        line(cli.words("next.watch", workshop=begun.id), "dim"),
    )
