"""`mlew usecases`: the workshop's steps as use cases for GenU. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.options import command
from mlew.cli.usecases import build, lint, preview, push


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="usecases")
    command(group)(only_with_subcommand)
    command(group, "build")(build.build)
    command(group, "lint")(lint.lint)
    command(group, "preview")(preview.preview)
    command(group, "push")(push.push)
    app.add_typer(group)
