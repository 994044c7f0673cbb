"""Gives commands and options their help in the reader's language: signatures hold none."""

from collections.abc import Iterator
from typing import Any

from mlew.cli.words import Words

PANELS = {
    "prepare": ("init", "check", "agenda", "doctor"),
    "workshop": ("run", "watch", "status", "list", "resume"),
    "results": ("show", "review", "mocks", "metrics", "export", "import"),
    "decide": ("testers", "evidence", "verdict", "improve", "market", "plan", "milestone", "report", "handover"),
    "genu": ("usecases",),
    "embedded": ("up", "down", "reset"),
}
"""Parts of `mlew --help`, by the job at hand."""


def localised(command: Any, words: Words) -> Any:
    """Set the texts of a command (typer's built one) and of everything below it."""
    panel_of = {name: panel for panel, names in PANELS.items() for name in names}
    for path, found in commands_below(command):
        found.words = words
        found.help = words("help.command." + ("-".join(path) or "mlew"))
        if len(path) == 1:
            found.rich_help_panel = words(f"help.panel.{panel_of[path[0]]}")
        for parameter in found.params:
            key = parameter_key(path, parameter.name, words)
            if key is not None:
                parameter.help = words(key)
                parameter.rich_help_panel = words("help.panel.everywhere") if key.startswith("help.common.") else None
    return command


def parameter_key(path: tuple[str, ...], name: str, words: Words) -> str | None:
    """Where the help of a parameter stands; None for those that typer brings itself and has texts for."""
    own = f"help.option.{'-'.join(path)}.{name}"
    for key in (own, f"help.common.{name}", f"help.shared.{name}"):
        if words.has(key):
            return key
    return None


def commands_below(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """A command and all its subcommands, each with its path."""
    yield path, command
    for name, sub in getattr(command, "commands", {}).items():
        yield from commands_below(sub, (*path, name))
