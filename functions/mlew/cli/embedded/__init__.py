"""`mlew up`, `down`, `reset`: the embedded AWS of this machine with the model gateway and the deployed stacks."""

import typer

from mlew.cli.embedded.down import down, reset
from mlew.cli.embedded.up import up
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "up")(up)
    command(app, "down")(down)
    command(app, "reset")(reset)
