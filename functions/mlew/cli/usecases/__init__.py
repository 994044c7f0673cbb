"""`mlew usecases`: the workshop's steps as use cases for GenU. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.usecases import build, lint, preview, push


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "usecases",
            {
                "build": build.build,
                "lint": lint.lint,
                "preview": preview.preview,
                "push": push.push,
            },
        )
    )
