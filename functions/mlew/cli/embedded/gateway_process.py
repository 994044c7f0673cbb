"""The model gateway as a background process that belongs to a folder.

The lock is held by the process for its whole life, so a record of a process that is gone is never trusted.
"""

import fcntl
import hashlib
import json
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from mlew.cli.embedded.model_choice import ModelChoice, keep_choice
from mlew.errors import SetupError

START_LIMIT = 20.0
STOP_LIMIT = 5.0
_EVERY = 0.05
_PACKAGE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Running:
    """A gateway that was started: trusted only while its folder's lock is held. `code`: what it was started from."""

    pid: int
    url: str
    choice: dict[str, str]
    code: str = ""


class GatewayProcess:
    """Start and stop the gateway of one folder. `package`: its code."""

    def __init__(self, folder: Path, package: Path = _PACKAGE) -> None:
        self.folder = folder
        self._package = package

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

    def start(self, choice: ModelChoice, *, region: str) -> str:
        """The URL of a gateway for this choice, started if need be; `region` for Bedrock. Raises SetupError."""
        keep_choice(self.folder, choice)
        found = self.running()
        code = _state_of(self._package)
        if found is not None and (found.choice, found.code) == (asdict(choice), code):
            return found.url
        self.stop()
        pid = self._spawn(choice, region)
        url = self._await_ready()
        record = json.dumps(asdict(Running(pid, url, asdict(choice), code)))
        (self.folder / "gateway.json").write_text(record, encoding="utf-8")
        return url

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

    def _spawn(self, choice: ModelChoice, region: str) -> int:
        self._ready.unlink(missing_ok=True)
        arguments = [
            sys.executable,
            "-m",
            "mlew.gateway",
            "--backend",
            choice.backend,
            "--ready-file",
            str(self._ready),
        ]
        given = {"url": choice.url, "model": choice.served, "profile": choice.profile, "faults": choice.faults}
        given["region"] = region if choice.backend == "bedrock" else ""
        arguments += [part for name, value in given.items() if value for part in (f"--{name}", value)]
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return os.posix_spawn(
                sys.executable,
                arguments,
                os.environ,  # handed on whole to our own child, not read: PATH, locale, AWS profile files
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_OPEN, 1, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                    (os.POSIX_SPAWN_DUP2, 1, 2),
                    (os.POSIX_SPAWN_DUP2, lock, 3),  # inherited: held until the process ends, however it ends
                ],
                setsid=True,
            )
        except OSError as error:
            raise SetupError.told("gateway.not-started", error=error) from error
        finally:
            os.close(lock)

    @property
    def _ready(self) -> Path:
        return self.folder / "ready.json"

    def _await_ready(self) -> str:
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline and _held(self.folder / "lock"):
            with suppress(OSError):
                return str(json.loads(self._ready.read_text(encoding="utf-8"))["url"])
            time.sleep(_EVERY)
        raise SetupError.told("gateway.log", log_tail=self._log_tail())

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


def _state_of(package: Path) -> str:
    """Changes when any module does: a gateway of yesterday's code would answer as yesterday."""
    files = sorted(package.rglob("*.py"))
    states = ((str(file), stat.st_size, stat.st_mtime_ns) for file in files for stat in (file.stat(),))
    return hashlib.sha256(repr(list(states)).encode()).hexdigest()[:16]


def _held(lock: Path) -> bool:
    try:
        with lock.open("r") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
