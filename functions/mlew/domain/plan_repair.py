"""A plan that cannot be carried out, made one that can: by rule, with a note on each change.

What is over stays as it was: milestones reached, tasks finished, requests made, points settled. So do the days of tasks
that were carried over from an earlier plan: they are late, and people see it.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise

from mlew.domain.base import Locale
from mlew.domain.critical_path import circle
from mlew.domain.iteration import MILESTONES
from mlew.domain.plan import MilestoneDate, Plan, Task
from mlew.domain.plan_errors import milestone_name, task_name
from mlew.domain.violation import place
from mlew.domain.working_days import DaysOff, next_working

Move = Callable[[str, date], date]


def sound(plan: Plan, today: date, off: DaysOff, *, locale: Locale = "en") -> tuple[Plan, list[str]]:
    """Days in the past and days off move on, circles are cut, negative numbers become 0; and what was changed."""
    notes: list[str] = []

    def move(where: str, day: date) -> date:
        moved = next_working(max(day, today), off)
        if moved != day:
            notes.append(f"- {where}: {day} → {moved}")
        return moved

    milestones = _in_order([_on_time(one, move, locale) for one in _once(plan.milestones)])
    if plan.milestone("fan") is None:
        milestones = _in_order([*milestones, MilestoneDate(name="fan")])
    known = {one.name for one in milestones}
    tasks = [_possible(task, plan, move) for task in plan.tasks]
    tasks = [task if task.milestone in known else task.model_copy(update={"milestone": "fan"}) for task in tasks]
    tasks, cut = _uncircled(tasks)
    notes += [f"- {task_name(task, plan)}: {'依存を外しました' if locale == 'ja' else 'no longer waits for'} {other}"
              for task, other in cut]  # fmt: skip
    changes = {
        "milestones": tuple(milestones),
        "tasks": tuple(tasks),
        "requests": tuple(
            one.model_copy(
                update={
                    "needed_by": one.needed_by
                    and (move(one.id, one.needed_by) if one.state == "planned" else one.needed_by),
                    "items": tuple(i.model_copy(update={"amount": max(0.0, i.amount)}) for i in one.items),
                }
            )
            for one in plan.requests
        ),
        "reports": tuple(
            one.model_copy(
                update={
                    "when": _at(move(milestone_name(one.milestone, locale), one.when.date()), one.when),
                    "minutes": max(1, one.minutes),
                }
            )
            for one in plan.reports
            if one.milestone in known
        ),
        "open_points": tuple(
            one if one.settled else one.model_copy(update={"until": one.until and move(one.text[:40], one.until)})
            for one in plan.open_points
        ),
        "meeting": _meeting(plan, move, locale),
    }
    return plan.model_copy(update=changes), notes


def _once(milestones: Sequence[MilestoneDate]) -> list[MilestoneDate]:
    return list({one.name: one for one in reversed(milestones)}.values())


def _on_time(milestone: MilestoneDate, move: Move, locale: Locale) -> MilestoneDate:
    if milestone.planned is None or milestone.actual is not None:
        return milestone
    planned = move(milestone_name(milestone.name, locale), milestone.planned)
    return milestone.model_copy(update={"planned": planned})


def _in_order(milestones: Sequence[MilestoneDate]) -> list[MilestoneDate]:
    """By number; a later one is not before an earlier one, unless it is reached."""
    found = sorted(milestones, key=lambda one: MILESTONES.index(one.name))
    days = [one.planned for one in found if one.planned is not None and one.actual is None]
    if all(early <= late for early, late in pairwise(days)):
        return found
    last: date | None = None
    ordered: list[MilestoneDate] = []
    for one in found:
        if one.actual is not None:
            ordered.append(one)
            continue
        planned = one.planned if one.planned is None or last is None else max(one.planned, last)
        last = planned or last
        ordered.append(one.model_copy(update={"planned": planned}))
    return ordered


def _possible(task: Task, plan: Plan, move: Move) -> Task:
    if task.finished is not None:
        return task
    name = task_name(task.id, plan)
    start = task.start if task.carried else move(name, task.start)
    due = max(start, task.due if task.carried else move(name, task.due))
    others = tuple(dict.fromkeys(other for other in task.depends_on if plan.task(other) and other != task.id))
    return task.model_copy(update={"start": start, "due": due, "depends_on": others, "effort": max(0.0, task.effort)})


def _uncircled(tasks: list[Task]) -> tuple[list[Task], list[tuple[str, str]]]:
    """In each circle the first task no longer waits for the last."""
    cut: list[tuple[str, str]] = []
    while waiting := circle(tasks):
        first, last = waiting[0], waiting[-1]
        cut.append((first, last))
        tasks = [
            task.model_copy(update={"depends_on": tuple(o for o in task.depends_on if o != last)})
            if task.id == first
            else task
            for task in tasks
        ]
    return tasks, cut


def _meeting(plan: Plan, move: Move, locale: Locale) -> object:
    meeting = plan.meeting
    if meeting is None:
        return None
    first = move(place("meeting", locale), meeting.first.date())
    return meeting.model_copy(
        update={
            "first": _at(first, meeting.first),
            "until": max(meeting.until, first),
            "minutes": max(1, meeting.minutes),
            "weeks": max(1, meeting.weeks),
        }
    )


def _at(day: date, moment: datetime) -> datetime:
    return datetime.combine(day, moment.time())
