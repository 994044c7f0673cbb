"""`mlew market`: N before the estimate, and what the estimate says. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.market import multiple, show


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "market",
            {
                "n": multiple.multiple,
                "show": show.show,
            },
        )
    )
