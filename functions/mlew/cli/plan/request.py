"""`mlew plan request`: where a request for money stands."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.plan.asked import day, said_changes, saved, today_in, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.documents.money import money
from mlew.domain.plan import RequestState
from mlew.services.plans import Planning, plan_of


def request(
    cli: Invocation,
    request_id: Annotated[str, typer.Argument(metavar="ID")],
    workshop: WorkshopOption = None,
    state: Annotated[RequestState | None, typer.Option("--state")] = None,
    approver: Annotated[str | None, typer.Option("--approver", metavar="NAME")] = None,
    needed_by: Annotated[str | None, typer.Option("--needed-by", metavar="DAY")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
) -> None:
    """Planned, submitted, approved or rejected; who approves, and by when."""
    record = workshop_of(cli, workshop)
    plan, _ = plan_of(cli.workbench.stores, record)
    needed = day(cli, needed_by, "--needed-by", today_in(cli, plan.time_zone)) if needed_by else None
    changes = said_changes(cli, {"state": state, "approver": approver, "needed_by": needed, "note": note})
    artifact = Planning(cli.workbench.stores, cli.workbench.clock).change_request(
        record, request_id.strip().upper(), changes, by=cli.person, arn=cli.arn
    )
    plan, _ = plan_of(cli.workbench.stores, record)
    found = next(one for one in plan.requests if one.id == request_id.strip().upper())
    amount = money(found.amount, plan.currency, cli.words.language)
    kind, where = cli.words(f"plan.kind.{found.kind}"), cli.words(f"plan.request-state.{found.state}")
    said = line(f"{found.id} {kind} {amount} – {where}", "green")
    cli.out.answer({"workshop": record.id, **saved(artifact), "request": found}, said)
