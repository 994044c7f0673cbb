"""What becomes of the plan's tasks, requests and open points after the day (METHOD, The plan)."""

from datetime import date

from mlew.domain.plan import Plan, RequestState
from mlew.errors import InputError, NotFound


def finish_task(plan: Plan, task_id: str, *, on: date, today: date) -> Plan:
    """The plan with a task that is done. Raises NotFound, or InputError on a future day."""
    task = plan.task(task_id)
    if task is None:
        raise no_such(task_id, [one.id for one in plan.tasks])
    if on > today:
        raise InputError.told("plan.future-finish", task=task_id, on=on, today=today)
    done = task.model_copy(update={"finished": on})
    return plan.model_copy(update={"tasks": tuple(done if one.id == task_id else one for one in plan.tasks)})


def set_request(plan: Plan, request_id: str, state: RequestState, *, note: str = "") -> Plan:
    """The plan with the state of a request for money; a blank note leaves the old one. Raises NotFound."""
    if request_id not in [one.id for one in plan.requests]:
        raise no_such(request_id, [one.id for one in plan.requests])
    requests = tuple(
        one.model_copy(update={"state": state, "note": note.strip() or one.note}) if one.id == request_id else one
        for one in plan.requests
    )
    return plan.model_copy(update={"requests": requests})


def settle_point(plan: Plan, number: int, how: str) -> Plan:
    """The plan with the answer to its `number`th open point, from 1. Raises NotFound, or InputError if blank."""
    if not 1 <= number <= len(plan.open_points):
        raise no_such(str(number), [str(n) for n in range(1, len(plan.open_points) + 1)])
    if not how.strip():
        raise InputError.told("plan.unsettled")
    points = list(plan.open_points)
    points[number - 1] = points[number - 1].model_copy(update={"settled": how.strip()})
    return plan.model_copy(update={"open_points": tuple(points)})


def no_such(name: str, known: list[str]) -> NotFound:
    """To raise for an id or number that the plan does not have."""
    return NotFound.told("plan.no-such" if known else "plan.none-such", name=name, known=", ".join(known))
