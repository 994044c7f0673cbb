"""After the day: what was reached, what is overdue (METHOD, The plan)."""

from datetime import date
from typing import Literal

from mlew.domain.base import Locale, Model
from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import MilestoneDecision, Plan
from mlew.domain.plan_errors import milestone_name, task_name
from mlew.errors import InputError, NotFound

Kind = Literal["milestone", "task", "request", "point"]


class Overdue(Model):
    """`what`: its name, with the id of a task; `days` since it was due."""

    kind: Kind
    what: str
    due: date
    days: int
    owner: str = ""


def overdue(plan: Plan, today: date, *, locale: Locale = "en") -> tuple[Overdue, ...]:
    """Milestones, tasks, requests and open points that are past their day and not done, oldest first."""
    found: list[Overdue] = []

    def add(kind: Kind, what: str, due: date | None, owner: str = "") -> None:
        if due is not None and due < today:
            found.append(Overdue(kind=kind, what=what, due=due, days=(today - due).days, owner=owner))

    for milestone in plan.milestones:
        if not milestone.actual:
            add("milestone", milestone_name(milestone.name, locale), milestone.planned)
    for task in plan.tasks:
        if not task.finished:
            add("task", task_name(task.id, plan), task.due, task.owner or task.role)
    for request in plan.requests:
        if request.state in ("planned", "submitted"):
            add("request", request.id, request.needed_by, request.approver)
    for point in plan.open_points:
        if not point.settled:
            add("point", point.text, point.until, point.who)
    return tuple(sorted(found, key=lambda one: one.due))


def set_milestone(
    plan: Plan,
    name: MilestoneName,
    *,
    actual: date,
    result: str,
    decision: MilestoneDecision,
    by: str,
    reason: str,
    today: date,
    locale: Locale = "en",
) -> Plan:
    """The plan with what came of a milestone. Raises NotFound, or InputError on a future day or a nameless decision."""
    milestone = plan.milestone(name)
    called = milestone_name(name, locale)
    if milestone is None:
        raise NotFound.told("plan.no-such-milestone", milestone=called)
    if actual > today:
        raise InputError.told("plan.future-milestone", milestone=called, actual=actual, today=today)
    if decision != "open" and not (by.strip() and reason.strip()):
        raise InputError.told("plan.nameless", milestone=called)
    filled = milestone.model_copy(
        update={"actual": actual, "result": result, "decision": decision, "decided_by": by, "reason": reason}
    )
    return plan.model_copy(update={"milestones": tuple(filled if m.name == name else m for m in plan.milestones)})
