"""The real surroundings of the command line: clock, terminal, editor, deployments."""

import getpass
import shlex
import subprocess
import sys
import tempfile
import time
import webbrowser
from contextlib import suppress
from functools import partial
from pathlib import Path
from socketserver import BaseServer

from mlew.adapters.clock import SystemClock
from mlew.cli.connection import connect
from mlew.cli.invocation import Surroundings, Target
from mlew.cli.workbench import Workbench
from mlew.errors import SetupError
from mlew.ports.clock import Clock
from mlew.settings import OperatorSettings, program_folders


def surroundings() -> Surroundings:
    """As the process finds them."""
    settings = OperatorSettings.from_environment()
    clock = SystemClock()
    return Surroundings(
        settings=settings,
        connect=partial(_connect, clock),
        now=clock.now,
        elapsed=time.monotonic,
        pause=time.sleep,
        read=_read,
        secret=_secret,
        edit=partial(edit, settings.editor),
        interactive=sys.stdin.isatty() and sys.stderr.isatty(),
        browse=webbrowser.open,
        serve=_serve,
        print_pdf=_print_pdf,
    )


def _serve(server: BaseServer) -> None:
    """Until Ctrl-C, which is how it is meant to end."""
    with suppress(KeyboardInterrupt):
        server.serve_forever()


def _print_pdf(page: str) -> bytes | None:
    from mlew.adapters.browser_print import find_browser, print_page

    browser = find_browser(folders=program_folders())
    return print_page(browser, page) if browser else None


def _connect(clock: Clock, target: Target) -> Workbench:
    return connect(target, clock)


def _read(question: str) -> str:
    """A line from stdin. The question goes to stderr: stdout is for answers. Raises EOFError."""
    sys.stderr.write(question)
    sys.stderr.flush()
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    return typed.rstrip("\n")


def _secret(question: str) -> str:
    """As `_read`; what is typed at a terminal is not shown."""
    return getpass.getpass(question, stream=sys.stderr) if sys.stdin.isatty() else _read(question)


def edit(editor: str, text: str, name: str) -> str:
    """`text` as the person leaves it in a file `name`. Raises SetupError if the editor does not end well."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603 – the person's own editor
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise SetupError.told("editor.failed", editor=editor, error=error) from error
        return path.read_text(encoding="utf-8-sig")
