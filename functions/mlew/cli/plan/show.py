"""`mlew plan show`: everything that is settled, who has too much, what is late."""

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import heading, line, table
from mlew.cli.plan.asked import today_in, workshop_of
from mlew.cli.plan.load_view import load_view
from mlew.cli.plan.milestones_view import milestones_view
from mlew.cli.plan.money_view import money_view
from mlew.cli.plan.tasks_view import path_view, tasks_view
from mlew.cli.show import WorkshopOption
from mlew.documents.long_day import days, long_day
from mlew.documents.milestone_report.content import named_overdue
from mlew.domain.critical_path import critical_path
from mlew.domain.plan import Plan
from mlew.domain.plan_status import Overdue, overdue
from mlew.domain.plan_warnings import open_checks, plan_warnings
from mlew.domain.violation import Violation
from mlew.domain.work_load import work_load
from mlew.services.days_off import days_off
from mlew.services.plans import plan_of


def show(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """The newest version, with what follows from it."""
    record = workshop_of(cli, workshop)
    plan, ref = plan_of(cli.workbench.stores, record)
    locale, today = cli.words.language, today_in(cli, plan.time_zone)
    off = days_off(plan, locale)
    path, load = critical_path(plan, off), work_load(plan, off)
    late, checks = overdue(plan, today, locale=locale), open_checks(plan, locale=locale)
    warnings = plan_warnings(plan, off, locale=locale)
    data: dict[str, Any] = {
        "workshop": record.id, "version": ref.version, "plan": plan, "critical_path": path, "load": load,
        "overdue": late, "open_checks": checks, "warnings": warnings,
    }  # fmt: skip
    shown: list[RenderableType] = [
        line(cli.words("plan.head", title=plan.title or record.id, version=ref.version, start=plan.starts), "bold"),
        *milestones_view(cli, plan, today),
        *_late(cli, named_overdue(plan, today, locale)),
        *tasks_view(cli, plan, path, today),
        *path_view(cli, plan, path),
        *load_view(cli, load),
        *money_view(cli, plan),
        *_appointments(cli, plan),
        *_points(cli, plan, [check.text for check in checks]),
    ]
    if warnings:
        shown += [heading(cli.words("plan.warnings"))]
        shown += [line(f"! {_warning(warning)}", "yellow") for warning in warnings]
    cli.out.answer(data, *shown)
    cli.note("plan.next", "dim", workshop=record.id)


def _warning(warning: Violation) -> str:
    """Where it is, unless the text begins with that."""
    told = warning.message.startswith(warning.where)
    return warning.message if told else f"{warning.where}: {warning.message}"


def _late(cli: Invocation, late: Sequence[Overdue]) -> list[RenderableType]:
    if not late:
        return []
    locale = cli.words.language
    rows = [
        [one.what, str(one.due), cli.words("plan.days-over", days=days(one.days, locale)), one.owner] for one in late
    ]
    columns = [cli.words(f"plan.column.{name}") for name in ("what", "due", "over", "who")]
    return [heading(cli.words("plan.overdue", count=len(late))), table(columns, rows, narrow=(1,))]


def _appointments(cli: Invocation, plan: Plan) -> list[RenderableType]:
    locale, found = cli.words.language, []
    if (meeting := plan.meeting) is not None:
        every = cli.words("plan.every-week") if meeting.weeks == 1 else cli.words("plan.every", weeks=meeting.weeks)
        first = f"{long_day(meeting.first.date(), locale)} {meeting.first:%H:%M}"
        people = cli.words("plan.and").join(meeting.people)
        text = cli.words("plan.meeting", every=every, first=first, until=meeting.until, minutes=meeting.minutes)
        found.append(" – ".join(filter(None, [text, people])))
    for report in plan.reports:
        when = f"{long_day(report.when.date(), locale)} {report.when:%H:%M}"
        name = cli.words(f"plan.milestone.{report.milestone}")
        found.append(" – ".join(filter(None, [cli.words("plan.report", milestone=name, when=when), report.asks])))
    return [heading(cli.words("plan.appointments")), *(line(f"  {text}") for text in found)] if found else []


def _points(cli: Invocation, plan: Plan, checks: list[str]) -> list[RenderableType]:
    """Numbered as `mlew plan point` takes them."""
    found: list[RenderableType] = []
    for number, point in enumerate(plan.open_points, 1):
        who = ", ".join(filter(None, [point.who, str(point.until) if point.until else ""]))
        text = f"  {number}. {point.text}" + (f" ({who})" if who else "")
        found.append(line(f"{text} ✓ {point.settled}", "dim") if point.settled else line(text))
    found += [line(f"  ? {text}", "yellow") for text in checks]
    return [heading(cli.words("plan.points")), *found] if found else []
