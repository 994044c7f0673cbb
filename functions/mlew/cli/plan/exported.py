"""What an earlier export left in a folder: which files are ours still, and which versions calendars may hold."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from mlew.domain.base import Model

EXPORT = ".mlew-export.json"


class Exported(Model):
    """`versions`: of the plan, all that were exported here; `files`: name → SHA-256 of what was written last."""

    workshop: str = ""
    versions: tuple[int, ...] = ()
    files: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def of(
        cls, workshop: str, versions: Sequence[int], written: Mapping[str, bytes], earlier: "Exported"
    ) -> "Exported":
        """After an export; files that were not written this time stay known."""
        found = {name: _digest(content) for name, content in written.items()}
        return cls(workshop=workshop, versions=tuple(versions), files={**earlier.files, **found})

    @property
    def content(self) -> bytes:
        """As it is kept."""
        return (json.dumps(self.model_dump(), indent=2, ensure_ascii=False) + "\n").encode()


def read_exported(folder: Path) -> Exported:
    """Nothing, if nothing was exported here or its note cannot be read."""
    try:
        return Exported.model_validate_json((folder / EXPORT).read_bytes())
    except (OSError, ValidationError):
        return Exported()


def owned_files(folder: Path, earlier: Exported) -> set[Path]:
    """Files that hold what we wrote: nobody has changed them since."""
    return {folder / name for name, digest in earlier.files.items() if _content(folder / name) == digest}


def _content(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
