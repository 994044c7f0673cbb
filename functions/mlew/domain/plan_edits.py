"""What people wrote in the tasks of a plan, over all its versions: that is not the model's to write anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from mlew.domain.first_author import is_person
from mlew.domain.plan import Plan, Task

Edits = Mapping[str, frozenset[str]]
"""Id of a task → those of its fields that people wrote; all of them for a task that they added."""
_WRITTEN = frozenset(Task.model_fields) - {"id", "finished", "carried"}
_DAYS = frozenset({"start", "due"})


def task_edits(versions: Sequence[tuple[str, Plan]]) -> dict[str, frozenset[str]]:
    """`versions`: author and plan, oldest first. What a model changed since is nobody's any more."""
    found: dict[str, frozenset[str]] = {}
    for (_, before), (author, after) in pairwise(versions):
        for task in after.tasks:
            changed = _changed(before.task(task.id), task)
            known = found.get(task.id, frozenset())
            found[task.id] = known | changed if is_person(author) else known - changed
    return {task: fields for task, fields in found.items() if fields}


def with_edits(written: Task, before: Task, fields: frozenset[str], today: date) -> Task:
    """`written` with what people wrote in it before. Both days stay together, unless the due date is past by now."""
    kept = fields | _DAYS if fields & _DAYS and before.due >= today else fields - _DAYS
    return written.model_copy(update={name: getattr(before, name) for name in kept})


def _changed(before: Task | None, after: Task) -> frozenset[str]:
    if before is None:
        return _WRITTEN
    return frozenset(name for name in _WRITTEN if getattr(before, name) != getattr(after, name))
