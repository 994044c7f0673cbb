"""What makes a plan weak: people see it, and decide (METHOD, The plan)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from mlew.domain.base import Locale
from mlew.domain.critical_path import critical_path
from mlew.domain.plan import PLAN_CHECKS, OpenPoint, Plan, PlanCheck, Task
from mlew.domain.plan_errors import milestone_name, task_name
from mlew.domain.violation import Violation, place, violation
from mlew.domain.work_load import work_load
from mlew.domain.working_days import DaysOff, count_working, why_off

_FAN_MONTHS = 3
_RELEASE_MONTHS = 6
_ABOUT = timedelta(days=14)
"""METHOD: the press release within *about* six months."""
_WEEK = 5
_CHECK_RULES: dict[PlanCheck, str] = {
    "ask_others": "check-ask-others",
    "try_first": "check-try-first",
    "approval": "check-approval",
}


def plan_warnings(plan: Plan, off: DaysOff, *, locale: Locale = "en") -> list[Violation]:
    """Of a plan without errors: late milestones, days off, too much for one person, what is missing or open."""
    return [
        *_late_milestones(plan, locale),
        *_days_off(plan, off, locale),
        *(found for task in plan.tasks for found in _task_warnings(task, plan, off, locale)),
        *_beyond_milestones(plan, off, locale),
        *_overloads(plan, off, locale),
        *_missing(plan, locale),
    ]


def open_checks(plan: Plan, *, locale: Locale = "en") -> tuple[OpenPoint, ...]:
    """Those of METHOD's three checks that no task, request or point answers, as points to settle."""
    served = {task.serves for task in plan.tasks} | {point.check for point in plan.open_points}
    if any(request.approver and request.needed_by for request in plan.requests):
        served.add("approval")
    return tuple(
        OpenPoint(text=violation(_CHECK_RULES[check], "", locale).message, check=check)
        for check in PLAN_CHECKS
        if check not in served
    )


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _late_milestones(plan: Plan, locale: Locale) -> Iterator[Violation]:
    for milestone in plan.milestones:
        where = milestone_name(milestone.name, locale)
        if milestone.planned is None:
            yield violation("plan-no-date", where, locale, milestone=where)
            continue
        facts = {"date": milestone.planned.isoformat(), "start": plan.starts.isoformat()}
        if milestone.name in ("sponsor", "fan"):
            if milestone.planned > months_after(plan.starts, _FAN_MONTHS):
                yield violation("plan-fan-late", where, locale, milestone=where, **facts)
        elif milestone.planned > months_after(plan.starts, _RELEASE_MONTHS) + _ABOUT:
            yield violation("plan-release-late", where, locale, milestone=where, **facts)


def _days_off(plan: Plan, off: DaysOff, locale: Locale) -> Iterator[Violation]:
    dates = [(milestone_name(m.name, locale), m.planned) for m in plan.milestones if m.planned and not m.actual]
    dates += [(task_name(t.id, plan), t.due) for t in plan.tasks if not t.finished]
    dates += [(milestone_name(r.milestone, locale), r.when.date()) for r in plan.reports]
    if plan.meeting:
        dates += [(place("meeting", locale), day) for day in meeting_days(plan)]
    for where, day in dates:
        if why := why_off(day, off, locale):
            yield violation("plan-day-off", where, locale, what=where, date=day.isoformat(), why=why)


def meeting_days(plan: Plan) -> tuple[date, ...]:
    """Every day of the progress meeting."""
    if plan.meeting is None:
        return ()
    first, until = plan.meeting.first.date(), plan.meeting.until
    step = timedelta(weeks=plan.meeting.weeks)
    return tuple(first + step * n for n in range((until - first) // step + 1))


def _task_warnings(task: Task, plan: Plan, off: DaysOff, locale: Locale) -> Iterator[Violation]:
    where = task_name(task.id, plan)
    milestone = plan.milestone(task.milestone)
    if milestone and milestone.planned and task.due > milestone.planned:
        dates = {"due": task.due.isoformat(), "date": milestone.planned.isoformat()}
        yield violation("plan-after-milestone", where, locale, **dates)
    for name in task.depends_on:
        before = plan.task(name)
        if before and task.start < before.due:
            facts = {"start": task.start.isoformat(), "due": before.due.isoformat()}
            yield violation("plan-overlap", where, locale, before=task_name(name, plan), **facts)
    if not task.owner:
        yield violation("plan-no-owner", where, locale)
    days = count_working(task.start, task.due, off)
    if days > _WEEK:
        yield violation("plan-long-task", where, locale, days=days)


def _beyond_milestones(plan: Plan, off: DaysOff, locale: Locale) -> Iterator[Violation]:
    for timing in critical_path(plan, off).timings:
        if timing.slack is not None and timing.slack < 0:
            yield violation("plan-late", task_name(timing.task, plan), locale, days=-timing.slack)


def _overloads(plan: Plan, off: DaysOff, locale: Locale) -> Iterator[Violation]:
    for load in work_load(plan, off):
        for week in load.weeks:
            if load.owner and week.too_much:
                facts = {"effort": f"{week.effort:.3g}", "capacity": f"{week.capacity:.3g}"}
                yield violation("plan-overload", load.owner, locale, week=week.week.isoformat(), **facts)


def _missing(plan: Plan, locale: Locale) -> Iterator[Violation]:
    where = place("plan", locale)
    if not any(task.milestone in ("sponsor", "fan") for task in plan.tasks):
        yield violation("plan-no-tasks", where, locale)
    if plan.meeting is None:
        yield violation("plan-no-meeting", where, locale)
    for milestone in plan.milestones:
        name = milestone_name(milestone.name, locale)
        reports = [report.when.date() for report in plan.reports if report.milestone == milestone.name]
        if not reports and milestone.actual is None:
            yield violation("plan-no-report", name, locale, milestone=name)
        for day in reports:
            if milestone.planned and day < milestone.planned:
                facts = {"when": day.isoformat(), "date": milestone.planned.isoformat()}
                yield violation("plan-report-early", name, locale, milestone=name, **facts)
    if not plan.asked("validation"):
        yield violation("plan-no-validation", where, locale)
    for request in plan.requests:
        if not request.approver:
            yield violation("plan-no-approver", request.id, locale)
