"""The model gateway as a background process that belongs to a folder.

The lock is held by the process for its whole life, so a record of a process that is gone is never trusted.
"""

import fcntl
import http.client
import json
import os
import signal
import socket
import sys
import time
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from mlew.cli.embedded.model_choice import ModelChoice, keep_choice
from mlew.errors import SetupError

LOOPBACK = "127.0.0.1"
START_LIMIT = 20.0
STOP_LIMIT = 5.0
_EVERY = 0.05


@dataclass(frozen=True)
class Running:
    """A gateway that was started: trusted only while its folder's lock is held."""

    pid: int
    port: int
    backend: str
    url: str


class GatewayProcess:
    """Start and stop the gateway of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def log(self) -> Path:
        """What it writes."""
        return self.folder / "gateway.log"

    def running(self) -> Running | None:
        """The gateway that serves this folder, if one does."""
        if not _held(self.folder / "lock"):
            return None
        try:
            return Running(**json.loads((self.folder / "gateway.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def start(self, choice: ModelChoice) -> str:
        """The URL of a gateway for this choice, started if need be. Raises SetupError."""
        keep_choice(self.folder, choice)
        found = self.running()
        if found is not None and (found.backend, found.url) == (choice.backend, choice.url):
            return _url(found.port)
        self.stop()
        port = found.port if found is not None else _free_port()
        self._spawn(choice, port)
        self._await_answer(port)
        return _url(port)

    def stop(self) -> bool:
        """End it; False if none ran."""
        found = self.running()
        if found is None:
            return False
        os.kill(found.pid, signal.SIGTERM)
        if not self._await_end():
            os.kill(found.pid, signal.SIGKILL)
            self._await_end()
        with suppress(ChildProcessError):
            os.waitpid(found.pid, os.WNOHANG)
        return True

    def _spawn(self, choice: ModelChoice, port: int) -> None:
        arguments = [sys.executable, "-m", "mlew.gateway", "--backend", choice.backend, "--port", str(port)]
        if choice.url:
            arguments += ["--url", choice.url]
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            pid = os.posix_spawn(
                sys.executable,
                arguments,
                os.environ,
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_OPEN, 1, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
                    (os.POSIX_SPAWN_DUP2, 1, 2),
                    (os.POSIX_SPAWN_DUP2, lock, 3),  # inherited: held until the process ends, however it ends
                ],
                setsid=True,
            )
        except OSError as error:
            raise SetupError(f"the model gateway cannot be started: {error}") from error
        finally:
            os.close(lock)
        record = json.dumps(asdict(Running(pid, port, choice.backend, choice.url)))
        (self.folder / "gateway.json").write_text(record, encoding="utf-8")

    def _await_answer(self, port: int) -> None:
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline and _held(self.folder / "lock"):
            with closing(http.client.HTTPConnection(LOOPBACK, port, timeout=2)) as connection, suppress(OSError):
                connection.request("GET", "/health")
                if connection.getresponse().status == http.HTTPStatus.OK:
                    return
            time.sleep(_EVERY)
        self.stop()
        raise SetupError(f"the model gateway does not answer. Its log ends with:\n{self._log_tail()}")

    def _await_end(self) -> bool:
        deadline = time.monotonic() + STOP_LIMIT
        while _held(self.folder / "lock"):
            if time.monotonic() > deadline:
                return False
            time.sleep(_EVERY)
        return True

    def _log_tail(self) -> str:
        try:
            return self.log.read_text(encoding="utf-8", errors="replace")[-2000:] or "(empty)"
        except OSError:
            return "(no log)"


def _url(port: int) -> str:
    return f"http://{LOOPBACK}:{port}"


def _held(lock: Path) -> bool:
    try:
        with lock.open("r") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port
