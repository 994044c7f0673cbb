"""The one place where an error becomes text, a hint and an exit code."""

import sys
import traceback
from typing import Any

import typer
from pydantic import BaseModel

from mlew import errors
from mlew.cli.output import Output
from mlew.cli.usage import usage_error
from mlew.cli.words import Words
from mlew.errors import MlewError

INTERRUPTED = 130
UNEXPECTED = 70
"""EX_SOFTWARE of sysexits: a fault of this product, not of what it was given."""


class Failure(BaseModel):
    """`name`: class of the error; `title`: what kind of trouble, in the reader's language."""

    name: str
    title: str
    message: str
    hint: str = ""
    exit_code: int


def failure_of(error: BaseException, words: Words) -> Failure:
    """What to say about any exception that reached the top."""
    if isinstance(error, MlewError):
        (message, hint), name, code = error.said(words.language), _own_name(error), error.exit_code
    elif isinstance(error, typer.TyperException):
        name, message = "Usage", usage_error(error.format_message(), words)
        hint, code = words("failure.help"), error.exit_code
    elif isinstance(error, (KeyboardInterrupt, typer.Abort)):
        name, message, hint, code = "Interrupted", "", "", INTERRUPTED
    else:
        name, message, hint, code = "Unexpected", _one_line(error), words("failure.debug"), UNEXPECTED
    return Failure(name=name, title=words(f"error.{name}"), message=message, hint=hint, exit_code=code)


def report(error: BaseException, *, words: Words, as_json: bool, debug: bool) -> int:
    """Tell the person (with --json: the program that called) and return the exit code."""
    failure = failure_of(error, words)
    out = Output(as_json=as_json)
    if debug:
        traceback.print_exception(error, file=sys.stderr)
    if as_json:
        out.answer({"error": failure})
        return failure.exit_code
    out.note(f"{failure.title}: {failure.message}" if failure.message else failure.title, "red")
    if failure.hint:
        out.note(f"→ {failure.hint}")
    return failure.exit_code


def exit_code_of(name: str) -> int:
    """Exit code of an error known by name only (what stopped a workshop)."""
    found: Any = getattr(errors, name, None)
    return found.exit_code if isinstance(found, type) and issubclass(found, MlewError) else 1


def _own_name(error: MlewError) -> str:
    """The nearest class that the tree in mlew.errors draws: those have a title in every language."""
    return next(c.__name__ for c in type(error).__mro__ if c.__module__ == errors.__name__)


def _one_line(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".strip().splitlines()[0][:300]
