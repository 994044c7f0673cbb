"""Run a command of the Makefile: arguments in, lines out, a failure in words instead of a traceback."""

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from mlew.errors import MlewError

Command = Callable[[Sequence[str]], None]


def say(text: str) -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run(command: Command) -> NoReturn:
    """Call it with the arguments and exit; with the error's own code if it fails."""
    try:
        command(sys.argv[1:])
    except MlewError as error:
        sys.stderr.write(f"{error.message}\n" + (f"-> {error.hint}\n" if error.hint else ""))
        sys.exit(error.exit_code)
    sys.exit(0)
