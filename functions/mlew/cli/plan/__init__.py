"""`mlew plan`: who does what until when, in the terminal and in other tools. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.options import command
from mlew.cli.plan import export, point, request, show, task


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="plan")
    command(group)(only_with_subcommand)
    command(group, "show")(show.show)
    command(group, "export")(export.export)
    command(group, "task")(task.task)
    command(group, "request")(request.request)
    command(group, "point")(point.point)
    app.add_typer(group)
