"""Tasks by role in the terminal; those that decide the date stand out."""

from collections.abc import Sequence
from datetime import date

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.documents.long_day import days
from mlew.documents.role_names import ROLES
from mlew.domain.critical_path import CriticalPath
from mlew.domain.plan import Plan, Task


def tasks_view(cli: Invocation, plan: Plan, path: CriticalPath, today: date) -> list[RenderableType]:
    """One row a task, the role named once."""
    rows: list[list[Cell]] = []
    before = None
    for task in _by_role(plan.tasks):
        role = ROLES.spell(task.role, cli.words.language, str) if task.role else "–"
        sign, style = _sign(task, path, today)
        rows.append(
            [
                role if role != before else "",
                line(sign, style),
                line(task.id, style),
                line(_title(cli, task), "dim" if task.finished else ""),
                task.owner or line(cli.words("plan.nobody"), "yellow"),
                line(_period(task), style),
                f"{task.effort:g}",
                ", ".join(task.depends_on),
            ]
        )
        before = role
    if not rows:
        return []
    columns = ["role", "", "id", "task", "owner", "period", "effort", "after"]
    named = [cli.words(f"plan.column.{name}") if name else "" for name in columns]
    legend = line(cli.words("plan.legend"), "dim")
    return [heading(cli.words("plan.tasks")), table(named, rows, narrow=(1, 2, 5, 6)), legend]


def path_view(cli: Invocation, plan: Plan, path: CriticalPath) -> list[RenderableType]:
    """The chain of tasks that decides the date, and how much room there is."""
    if not path.tasks:
        return []
    chain = " → ".join(f"{task.id} {task.title}" for name in path.tasks if (task := plan.task(name)))
    room: list[RenderableType] = []
    if path.slack is not None:
        key, style = ("plan.slack", "green") if path.slack >= 0 else ("plan.slack-gone", "red")
        room = [line("  " + cli.words(key, days=days(abs(path.slack), cli.words.language)), _style(style))]
    length = cli.words("plan.path", days=days(path.days, cli.words.language))
    return [heading(length), line(f"  {chain}"), *room]


def _by_role(tasks: Sequence[Task]) -> list[Task]:
    """Roles in the order of their first task."""
    first: dict[str, date] = {}
    for task in tasks:
        first[task.role] = min(task.start, first.get(task.role, task.start))
    return sorted(tasks, key=lambda task: (first[task.role], task.role, task.start, task.due, task.id))


def _title(cli: Invocation, task: Task) -> str:
    """Marked if it comes from an earlier plan and is still open."""
    if task.carried is None or task.finished:
        return task.title
    return f"{task.title} {cli.words('plan.carried', day=task.carried)}"


def _sign(task: Task, path: CriticalPath, today: date) -> tuple[str, Style]:
    if task.finished:
        return "✓", "green"
    if task.due < today:
        return "!", "red"
    return ("●", "cyan") if task.id in path.tasks else ("", "")


def _period(task: Task) -> str:
    return f"{task.start:%m-%d} – {task.due:%m-%d}" if task.start != task.due else f"{task.due:%m-%d}"


def _style(name: str) -> Style:
    return "green" if name == "green" else "red"
