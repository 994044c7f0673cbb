"""Checks of this machine: Python, Node, uv, the CDK CLI."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mlew.adapters.doctor_diagnosis import Diagnosis, DiagnosisState

PYTHON = (3, 11)
NODE = 20
Run = Callable[[list[str]], str]


def run_program(command: list[str]) -> str:
    """What a program prints. Raises OSError if it is not there, fails or stays silent for 20 s."""
    program = shutil.which(command[0])
    if program is None:
        raise FileNotFoundError(command[0])
    try:
        done = subprocess.run(  # noqa: S603  # fixed program names and --version only
            [program, *command[1:]], capture_output=True, text=True, timeout=20, check=True
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout.strip()


def check_machine(
    repository: Path, run: Run = run_program, python: tuple[int, ...] = sys.version_info[:3]
) -> list[Diagnosis]:
    """All checks that need no network."""
    return [check_python(python), check_node(run), check_uv(repository, run), check_cdk(repository, run)]


def check_python(version: tuple[int, ...]) -> Diagnosis:
    """Python is new enough."""
    facts = {"found": ".".join(map(str, version)), "wanted": ".".join(map(str, PYTHON))}
    return _diagnosis("python", version >= PYTHON, facts)


def check_node(run: Run) -> Diagnosis:
    """Node is there and new enough (the CDK CLI and synthesis need it)."""
    found = _version(run, ["node", "--version"])
    facts = {"found": found, "wanted": str(NODE)}
    return _diagnosis("node", bool(found) and int(found.split(".")[0]) >= NODE, facts)


def check_uv(repository: Path, run: Run) -> Diagnosis:
    """uv is there: the repository's own, or one on the path."""
    own = repository / ".tools" / "uv" / "bin" / "uv"
    found = _version(run, [str(own) if own.exists() else "uv", "--version"])
    return _diagnosis("uv", bool(found), {"found": found}, otherwise="warn")


def check_cdk(repository: Path, run: Run) -> Diagnosis:
    """The CDK CLI of the repository is installed in the version that package.json pins. Only accounts need it."""
    found = _version(run, [str(repository / "node_modules" / ".bin" / "cdk"), "--version"])
    try:
        package = json.loads((repository / "package.json").read_text(encoding="utf-8"))
        wanted = str(package["devDependencies"]["aws-cdk"])
    except (OSError, ValueError, KeyError):
        wanted = ""
    facts = {"found": found, "wanted": wanted}
    return _diagnosis("cdk", bool(found) and found == wanted, facts, otherwise="warn")


def _version(run: Run, command: list[str]) -> str:
    """ "" if the program is missing or prints no version."""
    try:
        printed = run(command)
    except OSError:
        return ""
    match = re.search(r"\d+(\.\d+)+", printed)
    return match.group(0) if match else ""


def _diagnosis(check: str, good: bool, facts: dict[str, str], *, otherwise: DiagnosisState = "fail") -> Diagnosis:
    if good:
        return Diagnosis(check=check, state="ok", reason="version-fits", facts=facts)
    reason = f"{check}-other" if facts["found"] else f"{check}-missing"
    return Diagnosis(check=check, state=otherwise, reason=reason, facts=facts)
