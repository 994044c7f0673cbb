"""The command `mlew`."""

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, NoReturn

import typer

from mlew.cli.failures import report
from mlew.cli.invocation import Invocation, Surroundings
from mlew.cli.localisation import localised
from mlew.cli.options import Entry, command
from mlew.cli.words import LANGUAGES, Words
from mlew.domain.base import Locale
from mlew.errors import InputError


def run() -> NoReturn:
    """Entry point of the console script."""
    from mlew.cli.surroundings import surroundings

    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that cannot show a sign shows "?"
    sys.exit(main(sys.argv[1:], surroundings()))


def main(arguments: Sequence[str], around: Surroundings) -> int:
    """Run one command line; returns the exit code."""
    words, entry = Words(spoken_in(arguments, around.settings.language)), Entry(around)
    try:
        answer = commands(words.language).main(
            list(arguments) or ["--help"], prog_name="mlew", standalone_mode=False, obj=entry
        )
    except (Exception, KeyboardInterrupt) as error:
        spoken = entry.invocation.words if entry.invocation else words
        return report(error, words=spoken, as_json="--json" in arguments, debug="--debug" in arguments)
    return answer if isinstance(answer, int) else 0


PARTS = (
    "init", "check", "agenda", "doctor", "run", "follow", "show", "review", "mocks", "metrics", "testers",
    "evidence", "verdict", "improve", "market", "plan", "milestone", "milestone_report", "handover",
    "exchange", "usecases", "embedded",
)  # fmt: skip
"""Modules that add commands, in the order in which people meet them."""


@cache
def commands(language: Locale) -> Any:
    """What typer makes of the application, with the texts of a language: it takes a tenth of a second."""
    return localised(typer.main.get_command(application()), Words(language))


def application() -> typer.Typer:
    """All commands."""
    app = typer.Typer(name="mlew")
    command(app)(root)
    for part in PARTS:
        import_module(f"mlew.cli.{part}").register(app)
    return app


def root(cli: Invocation) -> None:
    """Options without a command."""
    raise InputError(cli.words("failure.no-command"), hint=cli.words("failure.help"))


def spoken_in(arguments: Sequence[str], default: Locale) -> Locale:
    """The language of --lang before anything is parsed, for help and usage errors."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            given = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            return next((language for language in LANGUAGES if language == given), default)
    return default
