"""Files of a folder written all or none, and nobody's own silently lost."""

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from mlew.cli.invocation import Invocation
from mlew.errors import Conflict, InputError


def write_files(
    cli: Invocation, files: Mapping[Path, bytes], *, force: bool, ours: Collection[Path] = ()
) -> list[Path]:
    """Write beside, then put in place. Raises Conflict if a file of somebody else's is there, InputError if it fails.

    A file may be replaced if it holds the same, is one of `ours`, or with `force`.
    """
    if not force:
        foreign = [path for path, content in files.items() if path not in ours and not _same(path, content)]
        if foreign:
            names = ", ".join(map(str, foreign))
            raise Conflict(cli.words("files.there", files=names), hint=cli.words("files.force"))
    for path in files:
        if path.is_dir():
            raise InputError(cli.words("files.unwritable", file=path, why=cli.words("files.folder")))
    made = {path: path.with_name(f".mlew-{token_hex(8)}") for path in files}
    try:
        for path, content in files.items():
            _write(made[path], content)
        for path, temporary in made.items():
            temporary.replace(path)
    except OSError as error:
        raise InputError(
            cli.words("files.unwritable", file=error.filename2 or error.filename or "", why=error.strerror or error)
        ) from error
    finally:
        for temporary in made.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return list(files)


def _same(path: Path, content: bytes) -> bool:
    if not path.is_symlink() and not path.exists():
        return True
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    """On disk before it gets its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
