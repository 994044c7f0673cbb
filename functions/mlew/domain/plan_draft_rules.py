"""What a model has to repair in a plan: what is impossible, and what is weak (METHOD, The plan)."""

from collections.abc import Iterator, Sequence

from mlew.domain.base import Locale
from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import InvestmentKind, Plan
from mlew.domain.plan_conversion import PlanFrame, plan_written
from mlew.domain.plan_draft import PlanDraft
from mlew.domain.plan_errors import milestone_name, plan_errors, task_name
from mlew.domain.plan_people import Person
from mlew.domain.plan_warnings import plan_warnings
from mlew.domain.violation import Violation, place, violation
from mlew.domain.working_days import DaysOff

_DATED: tuple[MilestoneName, ...] = ("fan", "share", "release")
_FOR_PEOPLE = ("plan-no-owner", "plan-no-approver")
"""What a model cannot know: who takes a task on, and who approves."""


def plan_violations(
    draft: PlanDraft, frame: PlanFrame, people: Sequence[Person], off: DaysOff, *, locale: Locale = "en"
) -> list[Violation]:
    """Circles, dates in the past and other errors first; only a plan that is possible is looked at for weak points."""
    plan = plan_written(draft, frame)
    found = [*plan_errors(plan, frame.starts, locale=locale), *_missing(plan, people, locale)]
    if found:
        return found
    sponsor = milestone_name("sponsor", locale)
    return [
        warning
        for warning in plan_warnings(plan, off, locale=locale)
        if warning.rule not in _FOR_PEOPLE and warning.where != sponsor
    ]


def _missing(plan: Plan, people: Sequence[Person], locale: Locale) -> Iterator[Violation]:
    where = place("plan", locale)
    for name in _DATED:
        if plan.milestone(name) is None:
            yield violation("plan-no-milestone", where, locale, name=milestone_name(name, locale))
    if not plan.tasks:
        yield violation("plan-no-tasks", where, locale)
    known = [person.alias for person in people]
    for task in plan.tasks:
        if task.owner and task.owner not in known:
            yield violation("plan-owner", task_name(task.id, plan), locale, known=", ".join(known) or "–")
        if not task.title or not task.done_when:
            yield violation("plan-done-when", task_name(task.id, plan), locale)
    kinds: tuple[InvestmentKind, ...] = ("validation", "competition")
    asked = {request.kind for request in plan.requests if request.amount > 0}
    for kind in kinds:
        if kind not in asked:
            yield violation(f"plan-no-{kind}", where, locale)
