"""`mlew testers`: people that never were try the mocks, on the embedded AWS only."""

import typer

from mlew.cli.groups import group
from mlew.cli.testers import run


def register(app: typer.Typer) -> None:
    """Add the group and its command."""
    app.add_typer(
        group(
            "testers",
            {
                "run": run.run,
            },
        )
    )
