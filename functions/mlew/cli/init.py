"""`mlew init`: a folder to fill in."""

from pathlib import Path

import typer

from mlew.cli.folder import FolderArgument
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import line


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "init")(init)


def init(cli: Invocation, folder: FolderArgument) -> None:
    """Never writes over anything."""
    from mlew.inputs.template import write_template

    written: list[Path] = write_template(folder, cli.words.language)
    cli.out.answer(
        {"folder": folder, "files": [str(path) for path in written]},
        line(cli.words("init.done", folder=folder), "green"),
        *(line(f"  {path}") for path in written),
        line(cli.words("init.next", folder=folder)),
    )
