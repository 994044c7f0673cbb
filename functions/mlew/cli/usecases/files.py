"""Use case files as named on the command line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.errors import InputError
from usecases.genu.source import Source

FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE...")]
GenuVersionOption = Annotated[int, typer.Option("--genu-version", min=4, max=5, metavar="4|5")]


def sources(cli: Invocation, paths: list[Path]) -> list[Source]:
    """The files, and every .json file below the folders. Raises InputError."""
    return [Source(str(path), read(path)) for path in _files(cli, paths)]


def read(path: Path) -> bytes:
    """Raises InputError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError.told("file.unreadable", path=path, strerror=error.strerror) from error


def write(path: Path, text: str) -> None:
    """Raises InputError."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError.told("file.unwritable", file=path, strerror=error.strerror) from error


def _files(cli: Invocation, paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        below = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".json")
        if not below:
            raise InputError(cli.words("genu.no-files", folder=path))
        yield from below
