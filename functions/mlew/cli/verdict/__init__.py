"""`mlew verdict`: what the numbers say of each mock, and what people decide. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.verdict import decide, history, report, show


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "verdict",
            {
                "show": show.show,
                "report": report.report,
                "decide": decide.decide,
                "history": history.history,
            },
        )
    )
