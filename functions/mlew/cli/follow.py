"""`mlew watch`, `status`, `list`, `resume`."""

from typing import Annotated, Any

import typer
from rich.console import RenderableType

from mlew.cli.failures import exit_code_of
from mlew.cli.invocation import Invocation
from mlew.cli.item_view import items_view
from mlew.cli.mock_view import mock_data, mocks_section
from mlew.cli.options import command
from mlew.cli.output import Cell, line, plain_data, table
from mlew.cli.standing import STATE_STYLES, standing, state_of, waiting_gate
from mlew.cli.watching import Watcher
from mlew.domain.artifact import TEAM
from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.readiness import ReadinessItem
from mlew.domain.workshop import phase_name
from mlew.services.feedback_readiness import practice_end
from mlew.services.mocks.standing import usable_mocks
from mlew.services.runs import WorkshopStatus

WorkshopId = Annotated[str | None, typer.Argument(metavar="WORKSHOP")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "watch")(watch)
    command(app, "status")(status)
    command(app, "list")(list_workshops)
    command(app, "resume")(resume)


def watch(cli: Invocation, workshop: WorkshopId = None) -> None:
    """Until the workshop ends; gates are shown and waited for."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    finish(cli, Watcher(cli, record.id, stop_at_gate=False).follow())


def status(cli: Invocation, workshop: WorkshopId = None) -> None:
    """One look."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    found = cli.workbench.runs.status(record.id)
    shown = standing(found, cli.words, cli.around.now())
    cli.out.answer(status_data(cli, found), shown, *mocks_section(cli, record.id), *next_lines(cli, found))


def list_workshops(cli: Invocation, limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=500)] = 25) -> None:
    """Newest first."""
    found, more = cli.workbench.runs.page(limit=limit)
    columns = [cli.words(f"list.column.{c}") for c in ("id", "state", "edition", "phase", "subject", "created")]
    rows: list[list[Cell]] = [
        [
            s.id,
            line(cli.words(f"state.{s.state}"), STATE_STYLES[s.state]),
            cli.words(f"list.{s.edition}", round=s.edition_round - 1),
            phase_name(s.phase, cli.words.language),
            " / ".join(part for part in (s.company, s.product) if part),
            s.created_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        ]
        for s in found
    ]
    shown = table(columns, rows, narrow=(0, 1, 2, 3, 5)) if rows else line(cli.words("list.empty"))
    cli.out.answer({"workshops": found, "more": bool(more)}, shown)
    if more:
        cli.note("list.more", count=len(found))


def resume(
    cli: Invocation,
    workshop: WorkshopId = None,
    budget: Annotated[float | None, typer.Option("--budget", min=0.01)] = None,
) -> None:
    """Start it again and say how to follow it."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    resumed = cli.workbench.runs.resume(record.id, budget_usd=budget)
    cli.out.answer(
        {"workshop": resumed.id, "phase": resumed.phase, "execution": resumed.execution},
        line(cli.words("resume.done", workshop=resumed.id, phase=phase_name(resumed.phase, cli.words.language))),
        line(cli.words("resume.next", workshop=resumed.id), "dim"),
    )


def finish(cli: Invocation, found: WorkshopStatus) -> None:
    """Print where the workshop stands at the end of a watch; leaves with the failure's exit code if it failed."""
    shown = standing(found, cli.words, cli.around.now())
    mocks = mocks_section(cli, found.workshop.id)
    cli.out.answer(status_data(cli, found), shown, *mocks, *end_checklist(cli, found), *next_lines(cli, found))
    if found.workshop.state == "failed":
        raise typer.Exit(exit_code_of(found.workshop.failure.partition(":")[0].strip()))


def end_checklist(cli: Invocation, found: WorkshopStatus) -> list[RenderableType]:
    """What the edition leaves to be settled (METHOD: at its end); empty before."""
    workshop = found.workshop
    if workshop.state != "finished":
        return []
    if workshop.edition == "improvement":
        closing = cli.workbench.stores.artifacts.latest(workshop.id, "closing", TEAM)
        body = closing.body if closing is not None else None
        items = tuple(map(_as_readiness, body.items)) if isinstance(body, Closing) else ()
        return items_view(cli, items, "status.improvement-end")
    usable = usable_mocks(cli.workbench.work, workshop)
    items = practice_end(workshop.pairs, workshop.plan.sessions, usable, workshop.plan.locale)
    return items_view(cli, items, "status.end")


def _as_readiness(item: ClosingItem) -> ReadinessItem:
    return ReadinessItem(id=item.id, title=item.title, state=item.state, evidence=item.found, remedy=item.remedy)


def status_data(cli: Invocation, found: WorkshopStatus) -> dict[str, Any]:
    """For --json: the status, the state that people see, and the waiting gate without its token."""
    gate = waiting_gate(found)
    data: dict[str, Any] = plain_data(found)
    for phase in data["phases"]:
        if phase["gate"] is not None:
            phase["gate"].pop("token")
    mocks = [mock_data(cli, mock) for mock in cli.workbench.stores.mocks.list(found.workshop.id)]
    return {**data, "state": state_of(found), "waiting": gate.phase if gate else None, "mocks": mocks}


def next_lines(cli: Invocation, found: WorkshopStatus) -> list[Any]:
    """What to try next."""
    workshop = found.workshop
    gate = waiting_gate(found)
    if workshop.state == "finished":
        keys = ["next.show", "next.export", "next.improve"]
    elif workshop.state == "failed" or (found.execution != "running" and gate is None):
        keys = ["next.resume"]
    elif gate is not None:
        keys = ["next.review", "next.approve"]
    else:
        keys = ["next.watch"]
    return [line(""), *(line(cli.words(key, workshop=workshop.id)) for key in keys)]
