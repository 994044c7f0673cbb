"""`mlew improve`: the improvement edition, and what its team settles for itself. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.improve import merge, minutes, priority, split, start


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "improve",
            {
                "start": start.start,
                "minutes": minutes.minutes,
                "merge": merge.merge,
                "split": split.split,
                "priority": priority.priority,
            },
        )
    )
