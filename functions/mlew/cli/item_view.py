"""A checklist as people see it: what is ready, what is known of it, what to do."""

from collections.abc import Sequence

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.domain.readiness import ItemState, ReadinessItem

_SIGNS: dict[ItemState, tuple[str, Style]] = {"ok": ("✓", "green"), "missing": ("✗", "red"), "at_risk": ("!", "yellow")}


def items_view(cli: Invocation, items: Sequence[ReadinessItem], title: str) -> list[RenderableType]:
    """`title`: key of its heading."""
    rows: list[list[Cell]] = []
    for item in items:
        sign, style = _SIGNS[item.state]
        rows.append([line(f"{sign} {item.title}", style), item.evidence, item.remedy])
    columns = [cli.words(f"check.column.{c}") for c in ("item", "evidence", "remedy")]
    return [heading(cli.words(title)), table(columns, rows)]
