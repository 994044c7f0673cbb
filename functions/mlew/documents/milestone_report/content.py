"""What a report says, in both forms."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from mlew.documents.long_day import days
from mlew.documents.milestone_report.words import words
from mlew.documents.money import money
from mlew.documents.plan_page.content import KeyFigure
from mlew.documents.role_names import ROLES
from mlew.domain.base import Locale
from mlew.domain.iteration import MilestoneName
from mlew.domain.market_estimate import MarketEstimate
from mlew.domain.plan import ExecutiveReport, MilestoneDate, Plan, Task
from mlew.domain.plan_errors import milestone_name
from mlew.domain.plan_status import Overdue, overdue

State = Literal["done", "late", "coming", "open"]


class MilestoneReport(NamedTuple):
    """`focus`: the milestone that is reported; None for all alike. `figures`: of its criteria, if anybody knows them.

    `market`: the estimate that ③ is decided by. `simulated`: numbers that no person made; `rehearsed`: texts of the
    rehearsal model.
    """

    locale: Locale
    company: str
    plan: Plan
    today: date
    focus: MilestoneName | None = None
    figures: tuple[KeyFigure, ...] = ()
    market: MarketEstimate | None = None
    off: Mapping[date, str] = {}
    simulated: bool = False
    rehearsed: bool = False


def state(milestone: MilestoneDate, today: date) -> State:
    """Where it stands on this day."""
    if milestone.actual:
        return "done"
    if milestone.planned is None:
        return "open"
    return "late" if milestone.planned < today else "coming"


def timing(milestone: MilestoneDate, today: date, locale: Locale) -> str:
    """How it lies to its day: `予定より 3 日遅れ`, `in 12 days`."""
    said = words(locale)
    if milestone.planned is None:
        return "" if milestone.actual else said["open"]
    apart = ((milestone.actual or today) - milestone.planned).days
    key = {"done": ("early", "on_time", "behind"), "late": ("", "", "overdue_by")}.get(
        state(milestone, today), ("ahead", "due_today", "")
    )[(apart > 0) - (apart < 0) + 1]
    return said[key].format(days=days(abs(apart), locale))


def title(report: MilestoneReport) -> str:
    """Of the whole report."""
    return report.plan.title or words(report.locale)["plan"]


def focused(report: MilestoneReport) -> MilestoneDate | None:
    """The milestone that is reported."""
    return report.plan.milestone(report.focus) if report.focus else None


def name_of(milestone: MilestoneDate, locale: Locale) -> str:
    """Number and name."""
    return milestone_name(milestone.name, locale)


def spoken(owner: str, locale: Locale) -> str:
    """A person's name, or a role in the language."""
    return ROLES.spell(owner, locale, str) if owner else ""


def decider(by: str, locale: Locale) -> str:
    """Who decided: a person, or the rule where nobody was asked (gates "auto")."""
    return words(locale)["auto"] if by == "auto" else by


def late(report: MilestoneReport) -> Sequence[Overdue]:
    """What is past its day, oldest first."""
    return named_overdue(report.plan, report.today, report.locale)


def named_overdue(plan: Plan, today: date, locale: Locale) -> Sequence[Overdue]:
    """As `overdue`; a request with its kind and amount, an owner that is a role in the language."""
    said = words(locale)
    requests = {
        one.id: f"{one.id} {said[one.kind]} {money(one.amount, plan.currency, locale)}" for one in plan.requests
    }
    return [
        one.model_copy(
            update={
                "what": requests[one.what] if one.kind == "request" else one.what,
                "owner": spoken(one.owner, locale),
            }
        )
        for one in overdue(plan, today, locale=locale)
    ]


def tasks(report: MilestoneReport) -> Sequence[Task]:
    """Of the milestone that is reported, or all; by due date."""
    found = (t for t in report.plan.tasks if report.focus in (None, t.milestone))
    return sorted(found, key=lambda task: (task.due, task.start, task.id))


def reports(report: MilestoneReport) -> Sequence[ExecutiveReport]:
    """To executives: those of the milestone, or those to come."""
    found = (r for r in report.plan.reports if report.focus == r.milestone or report.focus is None)
    return [one for one in found if report.focus or one.when.date() >= report.today]
