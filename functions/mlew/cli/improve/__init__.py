"""`mlew improve`: the improvement edition, and what its team settles for itself. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.improve import merge, minutes, priority, split, start
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="improve")
    command(group)(only_with_subcommand)
    command(group, "start")(start.start)
    command(group, "minutes")(minutes.minutes)
    command(group, "merge")(merge.merge)
    command(group, "split")(split.split)
    command(group, "priority")(priority.priority)
    app.add_typer(group)
