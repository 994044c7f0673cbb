"""What a new plan takes from the one before: what people recorded is not the model's to write anew."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import count
from typing import NamedTuple

from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import InvestmentRequest, MilestoneDate, OpenPoint, Plan, Task
from mlew.domain.plan_edits import Edits, with_edits


class Former(NamedTuple):
    """The plan before. `recorded_at`: when each milestone got to be what it is; `ever`: ids that any version has had.

    `same_round`: it was sent back; no new round of the edition has begun since. `edits`: what people wrote in tasks;
    `asked`: their comment when they sent it back.
    """

    plan: Plan
    recorded_at: Mapping[MilestoneName, datetime]
    ever: frozenset[str] = frozenset()
    same_round: bool = True
    edits: Edits = {}  # noqa: RUF012 - nobody changes it
    asked: str = ""


def ids_of(plans: Iterable[Plan]) -> frozenset[str]:
    """Of all tasks and requests, so that none is given to another one later."""
    return frozenset(name for plan in plans for name in (*(t.id for t in plan.tasks), *(r.id for r in plan.requests)))


def carried_over(written: Plan, former: Former) -> Plan:
    """`written` with what came of the plan before: milestones reached, tasks finished, requests made, points settled.

    A task under a title that was there keeps its id and what people wrote in it; others get ids above all before. One
    that is finished and stands there again is the same in the same round, and new work in a later one. One that is
    open and was not written again stays, marked as carried: in a later round each of them, in the same one those that
    people wrote in, unless their comment names it. Hours of people stay.
    """
    before = former.plan
    used = {*former.ever, *ids_of([before])}
    return written.model_copy(
        update={
            "milestones": _milestones(written, before),
            "tasks": _tasks(written, former, used),
            "requests": _requests(written, before, used),
            "open_points": _points(written, before),
            "days_per_week": written.days_per_week or before.days_per_week,
        }
    )


def _milestones(written: Plan, before: Plan) -> tuple[MilestoneDate, ...]:
    """A decision that is written counts, else what was reached before."""
    told = {one.name for one in written.milestones if one.actual is not None or one.decision != "open"}
    reached = {one.name: one for one in before.milestones if one.actual is not None and one.name not in told}
    others = (one for one in written.milestones if one.name not in reached)
    return (*reached.values(), *others)


def _tasks(written: Plan, former: Former, used: Collection[str]) -> tuple[Task, ...]:
    """Finished ones first, then those that are carried over."""
    finished = [task for task in former.plan.tasks if task.finished is not None]
    open_ = [task for task in former.plan.tasks if task.finished is None]
    known = {_key(task.title): task for task in (*open_, *(finished if former.same_round else ())) if task.title}
    numbers, ids = _above("T", used), dict[str, str]()
    again: dict[str, Task] = {}
    for task in written.tasks:
        before = known.pop(_key(task.title), None)
        ids[task.id] = before.id if before else next(numbers)
        again |= {before.id: before} if before else {}
    over = {task.id for task in finished}
    carried = [_carried(task, former) for task in open_ if task.id not in again and _stays(task, former)]
    ahead = [
        task.model_copy(
            update={
                "id": ids[task.id],
                "depends_on": tuple(dict.fromkeys(ids[o] for o in task.depends_on if o in ids)),
            }
        )
        for task in written.tasks
        if ids[task.id] not in over
    ]
    ahead = [_edited(task, again[task.id], former, written.starts) if task.id in again else task for task in ahead]
    there = over | {task.id for task in (*carried, *ahead)}
    return (
        *(_waiting_for(task, over) for task in finished),
        *(_waiting_for(task, there) for task in (*carried, *ahead)),
    )


def _stays(task: Task, former: Former) -> bool:
    return not former.same_round or (task.id in former.edits and not _named(task, former.asked))


def _carried(task: Task, former: Former) -> Task:
    return task.model_copy(update={"carried": task.carried or former.plan.starts})


def _edited(task: Task, before: Task, former: Former, today: date) -> Task:
    if former.same_round and _named(before, former.asked):
        return task
    return with_edits(task, before, former.edits.get(before.id, frozenset()), today)


def _named(task: Task, comment: str) -> bool:
    """By its number or its title."""
    titled = bool(task.title) and _key(task.title) in _key(comment)
    return titled or re.search(rf"(?<![A-Za-z0-9]){re.escape(task.id)}(?![0-9])", comment) is not None


def _waiting_for(task: Task, there: Collection[str]) -> Task:
    return task.model_copy(update={"depends_on": tuple(other for other in task.depends_on if other in there)})


def _requests(written: Plan, before: Plan, used: Collection[str]) -> tuple[InvestmentRequest, ...]:
    """What was written again of one that is submitted or approved is that one; one that was rejected may come again."""
    made = [one for one in before.requests if one.state != "planned"]
    standing = [one for one in made if one.state != "rejected"]
    planned = [one for one in before.requests if one.state == "planned"]
    numbers, ahead = _above("R", used), list[InvestmentRequest]()
    for request in written.requests:
        if any(_same(request, one) for one in standing):
            continue
        former = next((one for one in planned if _same(request, one)), None)
        if former is not None:
            planned.remove(former)
        ahead.append(request.model_copy(update={"id": former.id if former else next(numbers)}))
    return (*made, *ahead)


def _points(written: Plan, before: Plan) -> tuple[OpenPoint, ...]:
    settled = [point for point in before.open_points if point.settled]
    known = {_key(point.text) for point in settled}
    return (*settled, *(point for point in written.open_points if _key(point.text) not in known))


def _same(one: InvestmentRequest, other: InvestmentRequest) -> bool:
    """Of one kind, and for something that both name."""
    return one.kind == other.kind and bool(_names(one) & _names(other))


def _names(request: InvestmentRequest) -> frozenset[str]:
    return frozenset(_key(item.name) for item in request.items)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _above(letter: str, used: Collection[str]) -> Iterator[str]:
    taken = [int(one[1:]) for one in used if one[:1] == letter and one[1:].isdecimal()]
    return (f"{letter}{number}" for number in count(max(taken, default=0) + 1))
