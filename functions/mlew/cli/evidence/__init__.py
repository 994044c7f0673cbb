"""`mlew evidence`: what people did, said and judged, brought for the decision. One file a command."""

import typer

from mlew.cli.evidence import add, figure, judge, pull, sheet, show
from mlew.cli.groups import group


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "evidence",
            {
                "pull": pull.pull,
                "sheet": sheet.sheet,
                "add": add.add,
                "judge": judge.judge,
                "figure": figure.figure,
                "show": show.show,
            },
        )
    )
