"""What people change in a plan without writing it anew: a task's owner and dates, who approves, who settles a point."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from mlew.domain.base import Model
from mlew.domain.plan import Plan
from mlew.domain.plan_progress import finish_task, no_such
from mlew.errors import InputError

M = TypeVar("M", bound=Model)
Changes = Mapping[str, object]
"""Field → its new value."""


def change_task(plan: Plan, task_id: str, changes: Changes, *, today: date) -> Plan:
    """Fields of `Task` but its id; `finished` None opens it again. Raises NotFound, InputError on a future day."""
    task = plan.task(task_id)
    if task is None:
        raise no_such(task_id, [one.id for one in plan.tasks])
    changed = _changed(task, changes)
    plan = plan.model_copy(update={"tasks": tuple(changed if one.id == task_id else one for one in plan.tasks)})
    finished = changes.get("finished")
    return finish_task(plan, task_id, on=finished, today=today) if isinstance(finished, date) else plan


def change_request(plan: Plan, request_id: str, changes: Changes) -> Plan:
    """Fields of `InvestmentRequest` but its id. Raises NotFound."""
    if request_id not in [one.id for one in plan.requests]:
        raise no_such(request_id, [one.id for one in plan.requests])
    return plan.model_copy(
        update={"requests": tuple(_changed(one, changes) if one.id == request_id else one for one in plan.requests)}
    )


def change_point(plan: Plan, number: int, changes: Changes) -> Plan:
    """Fields of the `number`th open point, from 1; a blank `settled` opens it again. Raises NotFound."""
    if not 1 <= number <= len(plan.open_points):
        raise no_such(str(number), [str(n) for n in range(1, len(plan.open_points) + 1)])
    points = tuple(_changed(one, changes) if n == number else one for n, one in enumerate(plan.open_points, 1))
    return plan.model_copy(update={"open_points": points})


def _changed(one: M, changes: Changes) -> M:
    unknown = [name for name in changes if name not in type(one).model_fields or name == "id"]
    if unknown:
        raise InputError.told("plan.unchangeable", unknown=", ".join(unknown))
    try:
        return type(one).model_validate({**one.model_dump(), **changes})
    except ValidationError as error:
        raise InputError.told(
            "plan.unfit", faults="; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        ) from error
