"""What is known about the emulator that serves a folder: a record, trusted only while the lock is held.

A process id alone may belong to anybody after a crash. The launcher holds `lock` for its whole life and the
kernel releases it at its end, however it ended; so the record counts as long as the lock is taken.
"""

import fcntl
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instance:
    """One run of the emulator."""

    pid: int
    port: int
    model_url: str
    persist: bool


def write_instance(home: Path, instance: Instance) -> None:
    """Replace the record in one step."""
    new = home / "instance.json.new"
    new.write_text(json.dumps(asdict(instance)), encoding="utf-8")
    new.replace(home / "instance.json")


def last_instance(home: Path) -> Instance | None:
    """The record of the last run, running or not; None if there is none that can be read."""
    try:
        return Instance(**json.loads((home / "instance.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def is_served(home: Path) -> bool:
    """Whether an emulator's process holds the folder."""
    try:
        with (home / "lock").open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def is_alive(pid: int) -> bool:
    """Whether there is such a process. One of ours that has ended is collected first."""
    if pid <= 0:
        return False
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
