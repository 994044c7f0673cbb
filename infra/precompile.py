"""Compile Python files ahead, so that a cold function does not have to.

Only for functions that run on this machine's own Python: byte code fits one version. Unchecked: nothing in
an asset changes after it was packed, so no time stamp is looked at, and the same source gives the same bytes.
"""

import py_compile
from pathlib import Path

from mlew.errors import SetupError

_RUNS_AT = "/var/task"


def precompile(folder: Path) -> None:
    """Compile everything below `folder`. Raises SetupError that names the file and line that does not compile."""
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        try:
            py_compile.compile(
                str(path),
                dfile=f"{_RUNS_AT}/{name}",
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except py_compile.PyCompileError as error:
            raise SetupError(f"{name} does not compile with this Python:\n{error.msg}") from error
