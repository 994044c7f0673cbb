"""`mlew agenda`: the time table with clock times, as Markdown and for calendars."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
from mlew.domain.base import Edition
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.iteration import Iteration
from mlew.domain.schedule import time_table
from mlew.domain.workshop import Phase, Workshop, WorkshopPlan
from mlew.errors import Conflict, InputError
from mlew.services.mocks.standing import announced_addresses

if TYPE_CHECKING:
    from mlew.documents.agenda import Day
    from mlew.documents.calendar_file import MockLinks


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "agenda")(agenda)


def agenda(
    cli: Invocation,
    folder: Annotated[Path | None, typer.Argument(metavar="DIR")] = None,
    workshop: WorkshopOption = None,
    start: Annotated[str | None, typer.Option("--start", metavar="TIME")] = None,
    edition: Annotated[Edition | None, typer.Option("--edition")] = None,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """From a folder before the day, from a workshop afterwards."""
    from mlew.documents.agenda import render_agenda, slots

    day = from_folder(cli, folder, edition) if folder is not None else from_workshop(cli, workshop, edition)
    if start is not None:
        day = replace(day, plan=day.plan.model_copy(update={"starts": moment(start)}))
    locale = cli.words.language
    text = render_agenda(day.plan, locale, time_scale=day.scale, day=day.day)
    data: dict[str, Any] = {
        "edition": day.day.edition,
        "slots": [{"id": s.box.id, "starts": s.starts, "ends": s.ends} for s in slots(day.plan, day.scale, day.day)],
        "markdown": text,
        "ics": str(ics) if ics is not None else None,
    }
    if ics is not None:
        if ics.exists() and not force:
            raise Conflict(cli.words("agenda.exists", file=ics), hint=cli.words("agenda.force"))
        write_calendar(cli, ics, day)
    cli.out.answer(data, *(document_view(text) if cli.out.console.is_terminal else [line(text)]))


@dataclass(frozen=True)
class PlannedDay:
    """What the agenda is made of. `name`: of the workshop or folder, and the edition where it is not the first."""

    day: "Day"
    plan: WorkshopPlan
    name: str
    scale: float = 1.0
    sessions: tuple[FeedbackSession, ...] = ()
    links: "MockLinks" = field(default_factory=dict)


def from_folder(cli: Invocation, folder: Path, edition: Edition | None) -> PlannedDay:
    """Of a workshop that has not begun."""
    plan = read(cli, folder, locale=cli.language_asked_for).plan
    name = folder.resolve().name
    if edition == "improvement":
        return PlannedDay(day_of(edition), unsettled(plan), f"{name}/improvement-1")
    return PlannedDay(day_of("practice"), plan, name, sessions=plan.sessions)


def from_workshop(cli: Invocation, workshop: str | None, edition: Edition | None) -> PlannedDay:
    """Of a workshop that has begun; without `edition`, the one that it is in."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    if (edition or record.edition) == "improvement":
        number = max(1, record.edition_round - 1)
        day = day_of("improvement", record.minutes)
        return PlannedDay(day, unsettled(record.plan), f"{record.id}/improvement-{number}", record.time_scale)
    return PlannedDay(
        day_of("practice"),
        record.plan,
        record.id,
        record.time_scale,
        appointments(cli, record) or record.plan.sessions,
        announced_addresses(cli.workbench.work, record),
    )


def day_of(edition: Edition, minutes: Mapping[Phase, int] | None = None) -> "Day":
    """The edition's time table."""
    from mlew.documents.agenda import Day

    return Day(edition, time_table(edition, minutes))


def unsettled(plan: WorkshopPlan) -> WorkshopPlan:
    """The plan's start is that of the practice edition."""
    return plan.model_copy(update={"starts": None})


def write_calendar(cli: Invocation, file: Path, day: PlannedDay) -> None:
    """Sent again later, the file updates the entries instead of doubling them."""
    from mlew.documents.calendar_file import render_calendar

    now = cli.around.now()
    text = render_calendar(
        day.plan,
        cli.words.language,
        workshop=day.name,
        stamp=now,
        time_scale=day.scale,
        revision=int(now.timestamp()),
        sessions=day.sessions,
        links=day.links,
        day=day.day,
    )
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError.told("file.unwritable", file=file, strerror=error.strerror) from error
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
        raise InputError.told("agenda.no-start", text=text) from None
