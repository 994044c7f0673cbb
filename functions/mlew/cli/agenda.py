"""`mlew agenda`: the time table with clock times, as Markdown and for calendars."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlew.cli.document_view import document_view
from mlew.cli.folder import read
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.domain.iteration import FeedbackSession, Iteration
from mlew.domain.workshop import Workshop, WorkshopPlan
from mlew.errors import Conflict, InputError
from mlew.services.mocks.standing import announced_addresses

if TYPE_CHECKING:
    from mlew.documents.calendar_file import MockLinks


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "agenda")(agenda)


def agenda(
    cli: Invocation,
    folder: Annotated[Path | None, typer.Argument(metavar="DIR")] = None,
    workshop: WorkshopOption = None,
    start: Annotated[str | None, typer.Option("--start", metavar="TIME")] = None,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """From a folder before the day, from a workshop afterwards."""
    from mlew.documents.agenda import render_agenda, slots

    scale = 1.0
    sessions: tuple[FeedbackSession, ...] = ()
    links: MockLinks = {}
    if folder is not None:
        plan = read(cli, folder, locale=cli.language_asked_for).plan
        name = folder.resolve().name
    else:
        record = cli.workbench.workshop(workshop)
        cli.speak(record.plan.locale)
        plan, name, scale, sessions = record.plan, record.id, record.time_scale, appointments(cli, record)
        links = announced_addresses(cli.workbench.work, record)
    if start is not None:
        plan = plan.model_copy(update={"starts": moment(start)})
    locale = cli.words.language
    text = render_agenda(plan, locale, time_scale=scale)
    data: dict[str, Any] = {
        "slots": [{"id": s.box.id, "starts": s.starts, "ends": s.ends} for s in slots(plan, scale, locale)],
        "markdown": text,
        "ics": str(ics) if ics is not None else None,
    }
    if ics is not None:
        if ics.exists() and not force:
            raise Conflict(cli.words("agenda.exists", file=ics), hint=cli.words("agenda.force"))
        write_calendar(cli, ics, plan, name, scale, sessions, links)
    cli.out.answer(data, *(document_view(text) if cli.out.console.is_terminal else [line(text)]))


def write_calendar(
    cli: Invocation,
    file: Path,
    plan: WorkshopPlan,
    name: str,
    scale: float,
    sessions: tuple[FeedbackSession, ...],
    links: "MockLinks",
) -> None:
    """Sent again later, the file updates the entries instead of doubling them."""
    from mlew.documents.calendar_file import render_calendar

    now = cli.around.now()
    text = render_calendar(
        plan,
        cli.words.language,
        workshop=name,
        stamp=now,
        time_scale=scale,
        revision=int(now.timestamp()),
        sessions=sessions or plan.sessions,
        links=links,
    )
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}") from error
    cli.note("agenda.written", "green", file=file)


def appointments(cli: Invocation, workshop: Workshop) -> tuple[FeedbackSession, ...]:
    """Feedback sessions of all pairs, as their test plans have them now."""
    store = cli.workbench.stores.artifacts
    found = [store.latest(workshop.id, "iteration", pair.id) for pair in workshop.pairs]
    plans = [artifact.body for artifact in found if artifact is not None]
    return tuple(session for body in plans if isinstance(body, Iteration) for session in body.sessions)


def moment(text: str) -> datetime:
    """A start as typed. Raises InputError."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise InputError(f"--start '{text}' is no date and time", hint="Write it like 2026-04-01T13:00.") from None
