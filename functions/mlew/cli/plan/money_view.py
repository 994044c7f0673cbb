"""Requests for money in the terminal."""

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.documents.money import money
from mlew.domain.plan import Plan, RequestState

_STYLES: dict[RequestState, Style] = {"planned": "", "submitted": "cyan", "approved": "green", "rejected": "red"}


def money_view(cli: Invocation, plan: Plan) -> list[RenderableType]:
    """One row a request, with its items."""
    locale = cli.words.language
    rows: list[list[Cell]] = [
        [
            one.id,
            cli.words(f"plan.kind.{one.kind}"),
            line(money(one.amount, plan.currency, locale), "bold"),
            cli.words("plan.and").join(
                f"{item.name} {money(item.amount, plan.currency, locale)}" for item in one.items
            ),
            one.approver or line(cli.words("plan.nobody"), "yellow"),
            str(one.needed_by or "–"),
            line(cli.words(f"plan.request-state.{one.state}"), _STYLES[one.state]),
        ]
        for one in plan.requests
    ]
    names = ("id", "kind", "amount", "items", "approver", "needed", "state")
    columns = [cli.words(f"plan.column.{name}") for name in names]
    return [heading(cli.words("plan.money")), table(columns, rows, narrow=(0, 5))] if rows else []
