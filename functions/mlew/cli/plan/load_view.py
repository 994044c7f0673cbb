"""How much lies on whom, in the terminal: the fullest week of each."""

from collections.abc import Sequence

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.documents.role_names import ROLES
from mlew.domain.work_load import Load, WeekLoad

_WIDTH = 20


def load_view(cli: Invocation, loads: Sequence[Load]) -> list[RenderableType]:
    """Person-days in all; a bar of the fullest week against the days that there are in it."""
    rows: list[list[Cell]] = []
    for load in loads:
        role = ROLES.spell(load.role, cli.words.language, str) if load.role else ""
        fullest = max(load.weeks, key=_fullness)
        style: Style = "red" if load.owner and fullest.too_much else ""
        rows.append(
            [
                load.owner or cli.words("plan.nobody-of", role=role or "–"),
                f"{load.effort:g}",
                line(_bar(fullest), style),
                line(f"{fullest.effort:.3g}/{fullest.capacity:.3g}", style),
                f"{fullest.week:%m-%d}",
            ]
        )
    columns = [cli.words(f"plan.column.{name}") for name in ("who", "effort", "fullest", "days", "week")]
    return [heading(cli.words("plan.load")), table(columns, rows, narrow=(1, 2, 3, 4))] if rows else []


def _fullness(week: WeekLoad) -> float:
    return week.effort / week.capacity if week.capacity else week.effort * _WIDTH


def _bar(week: WeekLoad) -> str:
    """Up to the mark is what a week holds; what is beyond it is too much."""
    most = round(_WIDTH * 0.75)
    filled = min(_WIDTH, max(1 if week.effort else 0, round(_fullness(week) * most)))
    cells = ["█" if at < filled else "░" if at < most else " " for at in range(_WIDTH)]
    return "".join(cells[:most]) + "│" + "".join(cells[most:]).rstrip()
