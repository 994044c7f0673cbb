"""How much work lies on whom, week by week."""

from collections import defaultdict
from datetime import date, timedelta

from mlew.domain.base import Model
from mlew.domain.plan import Plan, Task
from mlew.domain.working_days import DaysOff, count_working, working_days

FULL_WEEK = 5.0


class WeekLoad(Model):
    """`week`: its Monday. `effort` in person-days; `capacity`: working days, cut to what the person has a week."""

    week: date
    effort: float
    capacity: float

    @property
    def too_much(self) -> bool:
        """More work than days, beyond rounding."""
        return self.effort > self.capacity + 1e-9


class Load(Model):
    """Of one person, or of a role that nobody has taken on (`owner` ""). In time order."""

    owner: str
    role: str
    effort: float
    weeks: tuple[WeekLoad, ...]


def work_load(plan: Plan, off: DaysOff) -> tuple[Load, ...]:
    """Effort of each task spread evenly over its working days; a task on days off alone lies on its due date.

    A person has `plan.days_per_week[owner]` days a week (5 if not given), less on weeks with days off. For a role
    that several people could share, the capacity of one is shown. Heaviest first.
    """
    groups: defaultdict[tuple[str, str], list[Task]] = defaultdict(list)
    for task in plan.tasks:
        groups[(task.owner, "") if task.owner else ("", task.role)].append(task)
    loads = [_load(owner, role, tasks, plan, off) for (owner, role), tasks in groups.items()]
    return tuple(sorted(loads, key=lambda load: (-load.effort, load.owner, load.role)))


def _load(owner: str, role: str, tasks: list[Task], plan: Plan, off: DaysOff) -> Load:
    days: defaultdict[date, float] = defaultdict(float)
    for task in tasks:
        spread = list(working_days(task.start, task.due, off)) or [task.due]
        for day in spread:
            days[day - timedelta(days=day.weekday())] += task.effort / len(spread)
    given = plan.days_per_week.get(owner, FULL_WEEK)
    weeks = tuple(
        WeekLoad(
            week=monday,
            effort=round(effort, 6),
            capacity=round(count_working(monday, monday + timedelta(days=4), off) * given / FULL_WEEK, 6),
        )
        for monday, effort in sorted(days.items())
    )
    return Load(owner=owner, role=role, effort=round(sum(task.effort for task in tasks), 6), weeks=weeks)
