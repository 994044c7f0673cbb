"""`mlew plan task`: done, or done otherwise than planned."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.plan.asked import day, said_changes, saved, today_in, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.domain.plan import Task
from mlew.domain.workshop import Workshop
from mlew.services.plans import Planning, plan_of


def task(
    cli: Invocation,
    task_id: Annotated[str, typer.Argument(metavar="ID")],
    workshop: WorkshopOption = None,
    done: Annotated[bool | None, typer.Option("--done/--not-done")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY")] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="NAME")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT")] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DAY")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DAY")] = None,
    effort: Annotated[float | None, typer.Option("--effort", metavar="DAYS", min=0)] = None,
    after: Annotated[str | None, typer.Option("--after", metavar="IDS")] = None,
    done_when: Annotated[str | None, typer.Option("--done-when", metavar="TEXT")] = None,
) -> None:
    """Every change is a new version of the plan; one that could not be is refused with the reason."""
    record = workshop_of(cli, workshop)
    plan, _ = plan_of(cli.workbench.stores, record)
    today = today_in(cli, plan.time_zone)
    task_id = task_id.strip().upper()
    changes = said_changes(
        cli,
        {
            "owner": owner,
            "role": role,
            "title": title,
            "start": day(cli, start, "--start", today) if start else None,
            "due": day(cli, due, "--due", today) if due else None,
            "effort": effort,
            "depends_on": None if after is None else ids(after),
            "done_when": done_when,
            "finished": (day(cli, on, "--on", today) if on else today) if done or on else None,
        },
        cleared=["finished"] if done is False else [],
    )
    artifact = Planning(cli.workbench.stores, cli.workbench.clock).change_task(
        record, task_id, changes, by=cli.person, arn=cli.arn
    )
    after_it, _ = plan_of(cli.workbench.stores, record)
    answer(cli, record, after_it.task(task_id), saved(artifact))


def answer(cli: Invocation, workshop: Workshop, found: Task | None, data: dict[str, object]) -> None:
    """The task as it is now."""
    parts = []
    if found is not None:
        state = (
            cli.words("plan.done-on", day=found.finished) if found.finished else cli.words("plan.due", day=found.due)
        )
        parts = [line(f"{found.id} {found.title} – {found.owner or cli.words('plan.nobody')}, {state}", "green")]
    cli.out.answer({"workshop": workshop.id, **data, "task": found}, *parts)


def ids(text: str) -> tuple[str, ...]:
    """T1,T2 – or "-" for none."""
    return () if text.strip() in ("", "-") else tuple(one.strip().upper() for one in text.replace("、", ",").split(","))
