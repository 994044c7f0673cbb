"""Which files of a discovery folder count, by name."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FileRole = Literal["customer", "solutions", "plan"]
MAX_FILE_BYTES = 10_000_000
MAX_TEXT_BYTES = 1_000_000
TEXT_SUFFIXES = (".md", ".markdown", ".txt")
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg")
_OWN_OUTPUT = {"readme.md", "pictures"}


@dataclass(frozen=True)
class FolderFiles:
    """`used`: (role, path) in the order they are read; `ignored`: names of other visible files."""

    used: tuple[tuple[FileRole, Path], ...]
    ignored: tuple[str, ...]


def folder_files(folder: Path) -> FolderFiles:
    """Sort the folder's files by role. Passed over: hidden files, lock files of Office, what our export adds."""
    used: list[tuple[FileRole, Path]] = []
    ignored: list[str] = []
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        name = path.name.lower()
        if name.startswith((".", "~$")) or name in _OWN_OUTPUT or name in {"thumbs.db", "desktop.ini"}:
            continue
        role = _role(name)
        if role and not path.is_dir():
            used.append((role, path))
        else:
            ignored.append(path.name)
    order: tuple[FileRole, ...] = ("plan", "customer", "solutions")
    used.sort(key=lambda entry: (order.index(entry[0]), entry[1].name))
    return FolderFiles(tuple(used), tuple(ignored))


def _role(name: str) -> FileRole | None:
    if name.startswith("customer") and "." in name:
        return "customer"
    if name in {f"solutions{suffix}" for suffix in TEXT_SUFFIXES}:
        return "solutions"
    return "plan" if name == "workshop.toml" else None
