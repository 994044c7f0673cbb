"""`mlew testers`: people that never were try the mocks, on the embedded AWS only."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.options import command
from mlew.cli.testers import run


def register(app: typer.Typer) -> None:
    """Add the group and its command."""
    group = typer.Typer(name="testers")
    command(group)(only_with_subcommand)
    command(group, "run")(run.run)
    app.add_typer(group)
