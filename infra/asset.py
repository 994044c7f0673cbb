"""The code of all functions as one zip: our packages without the command line, and the libraries they import.

A second one has a library more, for the few functions that tell the edge what to show.
Its name is a hash of what it is made from, so it changes with content only, and synthesis packs it once.
The AWS SDK is one of them: nobody here has tested the version that Lambda brings along (docs/decisions).
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from infra.deployment.archive import pack
from infra.precompile import precompile
from infra.runtime import FunctionRuntime
from infra.wheels import REPOSITORY, Extra, wheels

FOLDER = REPOSITORY / "build" / "assets"
_METHOD = "2"  # change it when the same inputs shall give another zip
_PACKAGES = {"mlew": "functions/mlew", "handlers": "functions/handlers", "usecases": "usecases"}
_LEFT_OUT = ("mlew/cli", "mlew/inputs", "mlew/gateway", "usecases/dist")
_KINDS = (".py", ".toml", ".json", ".md", ".txt", ".css", ".j2", ".js", ".svg", ".typed")


@dataclass(frozen=True)
class Asset:
    """A packed asset and the hash of what it was made from."""

    path: Path
    hash: str


@dataclass(frozen=True)
class Assets:
    """`edge`: the same code with the library that signs for the edge's key-value store (docs/decisions/0012)."""

    plain: Asset
    edge: Asset


def build_assets(runtime: FunctionRuntime) -> Assets:
    """Both. Raises SetupError if the wheels have not been fetched."""
    return Assets(build_asset(runtime), build_asset(runtime, extra="edge"))


def build_asset(runtime: FunctionRuntime, folder: Path = FOLDER, *, extra: Extra | None = None) -> Asset:
    """Pack the asset if it is not there. Raises SetupError if the wheels have not been fetched."""
    libraries, code = wheels(runtime, extra=extra), dict(our_files())
    digest = hashlib.sha256(f"{_METHOD}\0{libraries.name}\0".encode())
    for name, path in sorted(code.items()):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    asset = Asset(folder / f"{digest.hexdigest()}.zip", digest.hexdigest())
    if not asset.path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            staging, packed = Path(scratch) / "content", Path(scratch) / "packed.zip"
            _stage(staging, code, compiled=runtime.this_machine)
            shutil.copytree(libraries, staging, dirs_exist_ok=True)
            pack(staging, packed)
            packed.replace(asset.path)
    return asset


def our_files() -> Iterator[tuple[str, Path]]:
    """Name in the zip and path of every file of ours that a function may need."""
    for package, source in _PACKAGES.items():
        root = REPOSITORY / source
        for path in root.rglob("*"):
            name = f"{package}/{path.relative_to(root).as_posix()}"
            if path.suffix in _KINDS and path.is_file() and not name.startswith(tuple(f"{n}/" for n in _LEFT_OUT)):
                yield name, path


def _stage(staging: Path, code: dict[str, Path], *, compiled: bool) -> None:
    for name, path in code.items():
        target = staging / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    from infra.compiled_templates import compile_templates  # noqa: PLC0415 – most assets are packed already

    compile_templates(staging / "mlew" / "mocks")
    if compiled:
        precompile(staging)
