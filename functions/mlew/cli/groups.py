"""Commands that stand below another one, such as `mlew metrics summary`."""

from collections.abc import Callable, Mapping
from typing import Concatenate

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.errors import InputError


def group(name: str, commands: Mapping[str, Callable[Concatenate[Invocation, ...], None]]) -> typer.Typer:
    """A group of `commands`, by the name that people type; alone it only says how it is used."""
    made = typer.Typer(name=name)
    command(made)(_only_with_subcommand)
    for typed, function in commands.items():
        command(made, typed)(function)
    return made


def _only_with_subcommand(cli: Invocation) -> None:
    raise InputError(cli.words("failure.no-command"), hint=cli.words("failure.help"))
