"""`mlew evidence`: what people did, said and judged, brought for the decision. One file a command."""

import typer

from mlew.cli.evidence import add, figure, judge, pull, sheet, show
from mlew.cli.exchange import only_with_subcommand
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="evidence")
    command(group)(only_with_subcommand)
    command(group, "pull")(pull.pull)
    command(group, "sheet")(sheet.sheet)
    command(group, "add")(add.add)
    command(group, "judge")(judge.judge)
    command(group, "figure")(figure.figure)
    command(group, "show")(show.show)
    app.add_typer(group)
