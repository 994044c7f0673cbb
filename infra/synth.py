"""Synthesise a customer's stacks into a cloud assembly, once for the same source.

The work is done in a process of its own, as the CDK CLI does it: the CDK keeps a Node process alive for as
long as its Python lives, which neither a test session nor the command line wants.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from infra.asset import our_files
from infra.environments import CUSTOMERS, load
from infra.terminal import run, say
from infra.wheels import REPOSITORY, fetch_all
from mlew.errors import SetupError

FOLDER = REPOSITORY / "build" / "assemblies"
_MADE_FROM = "made-from"  # file beside the manifest
_NOT_STACKS = ("embedded", "deployment")  # of infra/: they deploy, they are not deployed


def synthesise(
    customer: str = "local", out: Path | None = None, *, model: str | None = None, customers: Path = CUSTOMERS
) -> Path:
    """The folder with the customer's assembly (`cdk.out`), made again only if something it is made from changed.

    `model` overrides the model's id of the settings; `customers` is the folder with the settings. Fetches the
    libraries of the functions if they are missing, which needs a network the first time. Raises SetupError with
    what the synthesis printed.
    """
    environment = load(customer, customers, model=model)
    fetch_all(environment.runtime)
    folder = (out or FOLDER / customer).absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f"{folder.name}.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        wanted = _fingerprint(environment.model_dump_json() + environment.runtime.name + sys.version)
        if _made_from(folder) != wanted:
            context = {"customer": customer, "customers": str(customers)}
            _synthesise(context | ({"model": model} if model else {}), folder)
            (folder / _MADE_FROM).write_text(wanted, encoding="ascii")
    return folder


def _synthesise(context: dict[str, str], folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        made = Path(scratch) / "cdk.out"
        done = subprocess.run(
            [sys.executable, "-m", "infra.app"],
            cwd=REPOSITORY,
            env={**os.environ, "CDK_OUTDIR": str(made), "CDK_CONTEXT_JSON": json.dumps(context)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = f"{done.stdout}{done.stderr}".rstrip()
            raise SetupError(f"the stacks of {context['customer']} cannot be synthesised:\n{said}")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _made_from(folder: Path) -> str:
    try:
        return (folder / _MADE_FROM).read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _fingerprint(settings: str) -> str:
    digest = hashlib.sha256(settings.encode())
    for path in sorted(_sources()):
        digest.update(str(path.relative_to(REPOSITORY)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    yield REPOSITORY / "uv.lock"
    yield from (path for _, path in our_files())
    yield from (REPOSITORY / "statemachine").glob("*.json")
    for path in CUSTOMERS.parent.rglob("*"):
        if path.suffix in (".py", ".toml", ".js") and path.relative_to(CUSTOMERS.parent).parts[0] not in _NOT_STACKS:
            yield path


def main(arguments: Sequence[str]) -> None:
    """The customer, `local` if none is given."""
    say(str(synthesise(arguments[0] if arguments else "local").relative_to(REPOSITORY)))


if __name__ == "__main__":
    run(main)
