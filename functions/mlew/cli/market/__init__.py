"""`mlew market`: N before the estimate, and what the estimate says. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.market import multiple, show
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="market")
    command(group)(only_with_subcommand)
    command(group, "n")(multiple.multiple)
    command(group, "show")(show.show)
    app.add_typer(group)
