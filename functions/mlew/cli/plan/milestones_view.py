"""The four milestones in the terminal."""

from datetime import date

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, line, table
from mlew.documents.milestone_report.content import State, decider, name_of, state, timing
from mlew.domain.plan import Plan

_STYLES: dict[State, Style] = {"done": "green", "late": "red", "coming": "", "open": "yellow"}


def milestones_view(cli: Invocation, plan: Plan, today: date) -> list[RenderableType]:
    """Planned, actual, how both lie to each other, the result – or the line while there is none – and the decision."""
    locale = cli.words.language
    rows: list[list[Cell]] = []
    for one in plan.milestones:
        decision = "" if one.decision == "open" else cli.words(f"plan.decision.{one.decision}")
        rows.append(
            [
                name_of(one, locale),
                str(one.planned or "–"),
                str(one.actual or "–"),
                line(timing(one, today, locale), _STYLES[state(one, today)]),
                one.result or cli.words("plan.line", line=one.line or "–"),
                " ".join(filter(None, [decision, f"({decider(one.decided_by, locale)})" if one.decided_by else ""]))
                or "–",
            ]
        )
    columns = [
        cli.words(f"plan.column.{name}") for name in ("milestone", "planned", "actual", "state", "result", "decision")
    ]
    return [table(columns, rows, narrow=(1, 2))] if rows else []
