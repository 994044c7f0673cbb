"""Tasks as a table for spreadsheets: every column of the plan, dates that sort, opened by Excel as what it is."""

from collections.abc import Sequence

from mlew.documents.plan_tables import TASKS
from mlew.documents.role_names import ROLES
from mlew.domain.base import Locale
from mlew.domain.csv_line import BYTE_ORDER_MARK, Cell, csv_line
from mlew.domain.plan import Plan
from mlew.domain.plan_errors import milestone_name

_COLUMNS = (
    "id", "title", "role", "owner", "milestone", "start", "due", "effort", "depends_on", "done_when", "finished",
    "carried",
)  # fmt: skip


def sheet_csv(plan: Plan, locale: Locale) -> str:
    """One row a task, with the names that the plan's document has. The mark in front is for Excel."""
    rows: list[Sequence[Cell]] = [[TASKS.words(column, locale) for column in _COLUMNS]]
    for task in plan.tasks:
        role = ROLES.spell(task.role, locale, str) if task.role else ""
        milestone = milestone_name(task.milestone, locale)
        finished, carried = (day.isoformat() if day else "" for day in (task.finished, task.carried))
        rows.append(
            [
                task.id, " ".join(task.title.split()), role, task.owner, milestone, task.start.isoformat(),
                task.due.isoformat(), task.effort, ", ".join(task.depends_on), task.done_when, finished,
                carried,
            ]
        )  # fmt: skip
    return BYTE_ORDER_MARK + "".join(map(csv_line, rows))
