"""The two Python environments of the embedded AWS, built by uv from locked requirements with hashes.

One for the emulator itself, one that stands for the Lambda runtime: the AWS SDK and nothing else. They are
named after the content of their lock file and the Python version, so several checkouts and several
emulators can share a cache folder, and a changed lock makes a new environment.
"""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from infra.embedded.errors import EnvironmentNotMade

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
EMULATOR_LOCK = HERE / "requirements.lock"
LAMBDA_LOCK = HERE / "lambda-requirements.lock"
TIME_LIMIT = 600  # seconds for one uv command


@dataclass(frozen=True)
class Environments:
    """Paths of the two interpreters."""

    emulator: Path
    function: Path


def find_uv() -> Path:
    """The repository's own uv, else the one on PATH."""
    own = REPOSITORY / ".tools" / "uv" / "bin" / "uv"
    if own.exists():
        return own
    on_path = shutil.which("uv")
    if on_path is None:
        raise EnvironmentNotMade("uv was not found, neither in .tools/ nor on PATH", hint="make setup")
    return Path(on_path)


def ensure_environments(cache: Path, uv: Path | None = None) -> Environments:
    """Build what is missing under `cache`; takes milliseconds when both exist."""
    cache.mkdir(parents=True, exist_ok=True)
    return Environments(
        emulator=_ensure("emulator", EMULATOR_LOCK, cache, uv),
        function=_ensure("function", LAMBDA_LOCK, cache, uv),
    )


def environment_name(kind: str, lock: bytes) -> str:
    """Folder of the environment of this lock file on this Python."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{kind}-{version}-{hashlib.sha256(lock).hexdigest()[:12]}"


def _ensure(kind: str, lock: Path, cache: Path, uv: Path | None) -> Path:
    folder = cache / environment_name(kind, lock.read_bytes())
    interpreter, complete = folder / "bin" / "python", folder / ".complete"
    if complete.exists() and interpreter.exists():
        return interpreter
    with (cache / f"{folder.name}.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not (complete.exists() and interpreter.exists()):
            shutil.rmtree(folder, ignore_errors=True)
            command = str(uv or find_uv())
            _run([command, "venv", "--quiet", "--no-project", "--python", sys.executable, str(folder)], cache)
            sync = [command, "pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode"]
            _run([*sync, "--python", str(interpreter), str(lock)], cache)
            complete.touch()
    return interpreter


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments
            command, cwd=folder, capture_output=True, text=True, timeout=TIME_LIMIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EnvironmentNotMade(f"{command[0]} could not be run: {error}", hint="make setup") from error
    if done.returncode:
        said = done.stderr.strip() or done.stdout.strip()
        raise EnvironmentNotMade(
            f"{' '.join(command[1:3])} ended with {done.returncode}: {said}",
            hint="Look at the message of uv; a package index must be reachable the first time.",
        )
