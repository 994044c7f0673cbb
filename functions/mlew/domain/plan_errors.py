"""What makes a plan impossible: it is refused, with the reason."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mlew.domain.base import Locale
from mlew.domain.critical_path import circle
from mlew.domain.iteration import MILESTONES, MilestoneName
from mlew.domain.plan import Plan, Task
from mlew.domain.violation import Violation, place, violation
from mlew.errors import InputError

MILESTONE_NAMES: dict[MilestoneName, tuple[str, str]] = {
    "sponsor": ("① スポンサーの獲得", "① Winning a sponsor"),
    "fan": ("② ファンの獲得", "② Winning fans"),
    "share": ("③ シェア推計による投資判断", "③ Investment by estimated share"),
    "release": ("④ プレスリリース", "④ Press release"),
}
_DATES: dict[str, tuple[str, str]] = {
    "start": ("開始日", "The start"),
    "due": ("期限", "The due date"),
    "planned": ("予定日", "The planned date"),
    "needed": ("判断が要る日", "The day when the decision is needed"),
    "until": ("決める期限", "The day when it is to be settled"),
    "first": ("初回", "The first meeting"),
    "when": ("報告の日", "The report"),
}


class _Dated(NamedTuple):
    """A day of the plan. `of`: id of what has it; `where`: its name; `over`: done, so that the day may be past."""

    of: str
    where: str
    what: str
    day: date
    over: bool


def check_plan(plan: Plan, today: date, *, locale: Locale = "en") -> None:
    """Raises InputError that names the tasks and everything that makes the plan impossible."""
    _refuse(plan_errors(plan, today, locale=locale))


def check_change(before: Plan, after: Plan, today: date, *, locale: Locale = "en") -> None:
    """As `check_plan`, for a plan that is under way: a day that stood there before may be past by now."""
    known = plan_errors(before, today, locale=locale)
    stood = frozenset((one.of, one.what, one.day) for one in _dates(before, locale))
    _refuse([error for error in plan_errors(after, today, locale=locale, stood=stood) if error not in known])


def plan_errors(
    plan: Plan, today: date, *, locale: Locale = "en", stood: Collection[tuple[str, str, date]] = ()
) -> list[Violation]:
    """Tasks that wait for each other or for none that there is, days in the past, dates and numbers in no order.

    `stood`: what it is of, which of its dates, and the day, of those that may be past.
    """
    found = [*_id_errors(plan, locale), *_past(plan, today, locale, stood), *_milestone_errors(plan, locale)]
    for task in plan.tasks:
        found += _task_errors(task, plan, locale)
    if waiting := circle(plan.tasks):
        tasks = " → ".join(task_name(one, plan) for one in waiting)
        found.append(violation("plan-circle", tasks, locale, tasks=tasks))
    meeting = plan.meeting
    if meeting and (meeting.minutes < 1 or meeting.weeks < 1 or meeting.until < meeting.first.date()):
        found.append(violation("plan-meeting", place("meeting", locale), locale))
    found += [
        violation("plan-amount", f"{request.id} {item.name}", locale)
        for request in plan.requests
        for item in request.items
        if item.amount < 0
    ]
    if not _is_zone(plan.time_zone):
        found.append(violation("plan-zone", place("plan", locale), locale, zone=plan.time_zone))
    return found


def task_name(task_id: str, plan: Plan) -> str:
    """Id and title, as people find it in the plan."""
    task = plan.task(task_id)
    return f"{task_id} {task.title}".rstrip() if task else task_id


def milestone_name(name: MilestoneName, locale: Locale) -> str:
    """Number and name."""
    return MILESTONE_NAMES[name][0 if locale == "ja" else 1]


def _refuse(errors: list[Violation]) -> None:
    if errors:
        raise InputError("\n".join(f"{error.where}: {error.message}" for error in errors))


def _id_errors(plan: Plan, locale: Locale) -> Iterator[Violation]:
    ids = Counter(
        [*(t.id for t in plan.tasks), *(r.id for r in plan.requests), *(str(m.name) for m in plan.milestones)]
    )
    for name, count in ids.items():
        if count > 1:
            yield violation("plan-twice", name, locale, id=name)


def _past(plan: Plan, today: date, locale: Locale, stood: Collection[tuple[str, str, date]]) -> Iterator[Violation]:
    for one in _dates(plan, locale):
        if not one.over and one.day < today and (one.of, one.what, one.day) not in stood:
            name = _DATES[one.what][0 if locale == "ja" else 1]
            facts = {"what": name, "date": one.day.isoformat(), "today": today.isoformat()}
            yield violation("plan-past", one.where, locale, **facts)


def _dates(plan: Plan, locale: Locale) -> Iterator[_Dated]:
    """All days of the plan."""
    for task in plan.tasks:
        for what, day in (("start", task.start), ("due", task.due)):
            yield _Dated(task.id, task_name(task.id, plan), what, day, task.finished is not None)
    for m in plan.milestones:
        if m.planned:
            yield _Dated(m.name, milestone_name(m.name, locale), "planned", m.planned, m.actual is not None)
    for r in plan.requests:
        if r.needed_by:
            yield _Dated(r.id, r.id, "needed", r.needed_by, r.state not in ("planned", "submitted"))
    for point in plan.open_points:
        if point.until:
            yield _Dated(point.text, point.text[:60], "until", point.until, bool(point.settled))
    if plan.meeting:
        yield _Dated("meeting", place("meeting", locale), "first", plan.meeting.first.date(), False)
    for report in plan.reports:
        yield _Dated(report.milestone, milestone_name(report.milestone, locale), "when", report.when.date(), False)


def _task_errors(task: Task, plan: Plan, locale: Locale) -> Iterator[Violation]:
    where = task_name(task.id, plan)
    known = [other.id for other in plan.tasks]
    if task.due < task.start:
        yield violation("plan-order", where, locale, due=task.due.isoformat(), start=task.start.isoformat())
    for other in task.depends_on:
        if other not in known:
            yield violation("plan-unknown", where, locale, unknown=other, known=", ".join(known))
    if task.effort < 0:
        yield violation("plan-effort", where, locale)
    if plan.milestone(task.milestone) is None:
        yield violation("plan-milestone", where, locale, name=milestone_name(task.milestone, locale))


def _milestone_errors(plan: Plan, locale: Locale) -> Iterator[Violation]:
    ahead = sorted((m for m in plan.milestones if not m.actual), key=lambda m: MILESTONES.index(m.name))
    dated = [(m.name, m.planned) for m in ahead if m.planned]
    for (earlier, early), (later, late) in pairwise(dated):
        if late < early:
            facts = {"earlier": milestone_name(earlier, locale), "later": milestone_name(later, locale)}
            yield violation(
                "plan-milestones", facts["later"], locale, early=early.isoformat(), late=late.isoformat(), **facts
            )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
