"""`mlew plan`: who does what until when, in the terminal and in other tools. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.plan import export, point, request, show, task


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "plan",
            {
                "show": show.show,
                "export": export.export,
                "task": task.task,
                "request": request.request,
                "point": point.point,
            },
        )
    )
