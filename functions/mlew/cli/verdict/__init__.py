"""`mlew verdict`: what the numbers say of each mock, and what people decide. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.options import command
from mlew.cli.verdict import decide, history, report, show


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="verdict")
    command(group)(only_with_subcommand)
    command(group, "show")(show.show)
    command(group, "report")(report.report)
    command(group, "decide")(decide.decide)
    command(group, "history")(history.history)
    app.add_typer(group)
