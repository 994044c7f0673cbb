"""Which tasks decide the date: the critical path method in working days (Kelley and Walker 1959)."""

from collections.abc import Sequence
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from mlew.domain.base import Model
from mlew.domain.plan import Plan, Task
from mlew.domain.working_days import DaysOff, count_working


class Timing(Model):
    """In working days since the plan's start: a task begins at the beginning of day `begins` (0 is the first).

    It is over at the beginning of day `ends`. `slack`: how many working days it may slip before its milestone, or
    that of a task which waits for it, is missed; negative if it is missed already; None if no milestone has a date.
    """

    task: str
    begins: int
    ends: int
    slack: int | None


class CriticalPath(Model):
    """`tasks`: the chain that ends in the task with the least slack, in order; before each the one that ends last.

    `days`: its length in working days, waiting included. `slack`: of its last task.
    """

    tasks: tuple[str, ...] = ()
    days: int = 0
    slack: int | None = None
    timings: tuple[Timing, ...] = ()


def circle(tasks: Sequence[Task]) -> tuple[str, ...]:
    """Tasks that wait for each other, in order; empty if there are none. Unknown ids are left out."""
    try:
        _in_order(tasks)
    except CycleError as error:
        # each waits for the one before it, and the last is the first again
        return tuple(error.args[1][:-1])
    return ()


def critical_path(plan: Plan, off: DaysOff) -> CriticalPath:
    """Forward from the stated starts and dependencies, backward from the milestones' dates.

    A task takes the working days from its start to its due date, at least one. Raises graphlib.CycleError.
    """
    if not plan.tasks:
        return CriticalPath()
    tasks = {task.id: task for task in plan.tasks}
    order = _in_order(plan.tasks)
    length = {task.id: max(1, count_working(task.start, task.due, off)) for task in plan.tasks}
    begins: dict[str, int] = {}
    for name in order:
        waits = [begins[before] + length[before] for before in _known(tasks[name], tasks)]
        begins[name] = max([_index(plan, tasks[name].start, off), *waits])
    slack = _slack(plan, order, begins, length, off)
    timings = tuple(Timing(task=t, begins=begins[t], ends=begins[t] + length[t], slack=slack[t]) for t in order)
    last = min(timings, key=lambda one: (one.slack is None, one.slack or 0, -one.ends))
    path = _driven_by(last, {one.task: one for one in timings}, tasks)
    first = path[0]
    return CriticalPath(
        tasks=tuple(one.task for one in path), days=last.ends - first.begins, slack=last.slack, timings=timings
    )


def _in_order(tasks: Sequence[Task]) -> list[str]:
    known = {task.id for task in tasks}
    return list(TopologicalSorter({t.id: [i for i in t.depends_on if i in known] for t in tasks}).static_order())


def _known(task: Task, tasks: dict[str, Task]) -> list[str]:
    return [name for name in task.depends_on if name in tasks]


def _index(plan: Plan, day: date, off: DaysOff) -> int:
    """Working days of the plan before this day."""
    return count_working(plan.starts, day - timedelta(days=1), off)


def _slack(
    plan: Plan, order: Sequence[str], begins: dict[str, int], length: dict[str, int], off: DaysOff
) -> dict[str, int | None]:
    tasks = {task.id: task for task in plan.tasks}
    latest: dict[str, int | None] = {}
    for name in reversed(order):
        milestone = plan.milestone(tasks[name].milestone)
        own = count_working(plan.starts, milestone.planned, off) if milestone and milestone.planned else None
        after = [task.id for task in plan.tasks if name in task.depends_on and task.id != name]
        limits = [own, *(None if (end := latest[one]) is None else end - length[one] for one in after)]
        latest[name] = min((limit for limit in limits if limit is not None), default=None)
    return {t: None if (end := latest[t]) is None else end - begins[t] - length[t] for t in order}


def _driven_by(last: Timing, timings: dict[str, Timing], tasks: dict[str, Task]) -> list[Timing]:
    """Back from the last task over those that it waits for longest."""
    path = [last]
    while before := [timings[name] for name in _known(tasks[path[0].task], tasks)]:
        path.insert(0, max(before, key=lambda one: (one.ends, one.begins)))
    return path
