"""Fetch what the functions import: wheels of the locked versions, unpacked, for the functions' platform.

The only step of the build that needs a network, so it is one of its own (`make wheels`); what it leaves is
named after everything it was made from and never changes.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from infra.precompile import precompile
from infra.runtime import FunctionRuntime, Machine, runtime_of
from infra.terminal import run, say
from mlew.errors import SetupError

Extra = Literal["edge"]
"""Of pyproject.toml: libraries that some functions need and others would only start slower with."""
REPOSITORY = Path(__file__).parents[1]
FOLDER = REPOSITORY / "build" / "wheels"
_METHOD = "4"  # change it when the same inputs shall give another folder
_NOT_NEEDED = ("bin", "__pycache__")
SERVICES = (
    "bedrock-runtime",
    "cloudfront-keyvaluestore",
    "dynamodb",
    "kinesis",
    "lambda",
    "s3",
    "sqs",
    "stepfunctions",
)
"""Whose descriptions the functions' SDK keeps: those that `mlew.adapters.clients` makes clients of in a function.

All of AWS would be four times the rest of the asset.
"""

LANGUAGES = ("en_GB", "en_SG", "en_US", "ja")
"""In which the functions name public holidays (`mlew.documents.public_holidays`); all others take as much again."""


def find_uv() -> Path:
    """The repository's own uv, else the one on PATH."""
    own = REPOSITORY / ".tools" / "uv" / "bin" / "uv"
    found = own if own.exists() else shutil.which("uv")
    if found is None:
        raise SetupError("uv was not found, neither in .tools/ nor on PATH", hint="make setup")
    return Path(found)


def wheels(runtime: FunctionRuntime, folder: Path = FOLDER, *, extra: Extra | None = None) -> Path:
    """The unpacked wheels, which must have been fetched. Raises SetupError with the command that does it."""
    place = _place(runtime, folder, locked_requirements(extra))
    if not place.is_dir():
        raise SetupError(
            f"the libraries of the functions ({runtime.name}, {runtime.architecture}) have not been fetched",
            hint="make wheels",
        )
    return place


def fetch_all(runtime: FunctionRuntime) -> list[Path]:
    """What the assets of a deployment are made with."""
    return [fetch_wheels(runtime, extra=extra) for extra in (None, *get_args(Extra))]


def fetch_wheels(runtime: FunctionRuntime, folder: Path = FOLDER, *, extra: Extra | None = None) -> Path:
    """Fetch what is missing; takes milliseconds when it is there. Raises SetupError with uv's own words."""
    requirements = locked_requirements(extra)
    place = _place(runtime, folder, requirements)
    if place.is_dir():
        return place
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as workshop:
        unfinished = Path(workshop) / "site"
        listed = Path(workshop) / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        target = ["--python-version", runtime.python]
        if not runtime.this_machine:
            target += ["--python-platform", runtime.wheel_platform]
        _uv("pip", "install", "--quiet", "--only-binary", ":all:", "--no-deps", "--require-hashes",
            "--target", str(unfinished), *target, "--requirement", str(listed))  # fmt: skip
        for name in _NOT_NEEDED:
            shutil.rmtree(unfinished / name, ignore_errors=True)
        for described in (unfinished / "botocore" / "data").iterdir():
            if described.is_dir() and described.name not in SERVICES:
                shutil.rmtree(described)
        for language in (unfinished / "holidays" / "locale").iterdir():
            if language.is_dir() and language.name not in LANGUAGES:
                shutil.rmtree(language)
        if runtime.this_machine:
            precompile(unfinished)
        try:
            unfinished.rename(place)
        except OSError:  # somebody else was faster; theirs is the same
            if not place.is_dir():
                raise
    return place


def locked_requirements(extra: Extra | None = None) -> str:
    """What the functions need, versions and hashes, as uv.lock has it. Needs no network."""
    more = ["--extra", extra] if extra else []
    return _uv(
        "export", "--quiet", "--frozen", "--no-default-groups", "--no-emit-project", "--no-header", "--no-annotate",
        *more,
    )  # fmt: skip


def _place(runtime: FunctionRuntime, folder: Path, requirements: str) -> Path:
    made_from = (_METHOD, *SERVICES, requirements, runtime.name, runtime.architecture, str(runtime.this_machine))
    digest = hashlib.sha256("\0".join(made_from).encode()).hexdigest()[:16]
    return folder / f"{runtime.name}-{runtime.architecture}-{digest}"


def _uv(*arguments: str) -> str:
    command = [str(find_uv()), *arguments]
    done = subprocess.run(  # noqa: S603 – our own uv, arguments made here
        command,
        cwd=REPOSITORY,
        env={k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"uv {arguments[0]} failed:\n{done.stderr.strip()}", hint="make setup")
    return done.stdout


def main(_arguments: Sequence[str]) -> None:
    """For functions on this machine and in AWS."""
    for machine in get_args(Machine):
        for place in fetch_all(runtime_of(machine)):
            say(f"{place.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    run(main)
