"""`mlew plan point`: how an open point was settled."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.plan.asked import day, said_changes, saved, today_in, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.services.plans import Planning, plan_of


def point(
    cli: Invocation,
    number: Annotated[int, typer.Argument(metavar="N", min=1)],
    workshop: WorkshopOption = None,
    settled: Annotated[str | None, typer.Option("--settled", metavar="TEXT")] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY")] = None,
) -> None:
    """The number is the one that `mlew plan show` gives."""
    record = workshop_of(cli, workshop)
    plan, _ = plan_of(cli.workbench.stores, record)
    by_when = day(cli, until, "--until", today_in(cli, plan.time_zone)) if until else None
    changes = said_changes(cli, {"settled": settled, "who": who, "until": by_when})
    artifact = Planning(cli.workbench.stores, cli.workbench.clock).change_point(
        record, number, changes, by=cli.person, arn=cli.arn
    )
    plan, _ = plan_of(cli.workbench.stores, record)
    found = plan.open_points[number - 1]
    said = line(f"{number}. {found.text} – {found.settled or cli.words('plan.not-settled')}", "green")
    cli.out.answer({"workshop": record.id, **saved(artifact), "point": found}, said)
