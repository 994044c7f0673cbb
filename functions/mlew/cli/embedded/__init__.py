"""`mlew up`, `down`, `reset`: the embedded AWS of this machine with the model gateway and the deployed stacks."""

import typer

from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the commands."""
    from mlew.cli.embedded import down, up

    command(app, "up")(up.up)
    command(app, "down")(down.down)
    command(app, "reset")(down.reset)
