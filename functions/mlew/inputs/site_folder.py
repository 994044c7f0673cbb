"""A folder with a site in it, read as it lies there; nothing outside of it is read, and nothing that is left out."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mlew.errors import InputError
from mlew.mocks.sites.file_types import left_out
from mlew.mocks.sites.finding import Finding
from mlew.mocks.sites.limits import LARGEST_FILE, Allowance

_BUILT = ("dist", "build", "out", "public", ".output/public", "_site")
_MOST_ENTRIES = 20_000
"""A folder with more than that was named by mistake."""


class SiteFolder(NamedTuple):
    """`files`: path below the folder, with `/`, and content. `findings`: what was left out, and why it was not read."""

    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]


def read_site_folder(folder: Path) -> SiteFolder:
    """All files that could be published. Raises InputError if it is no folder."""
    if not folder.is_dir():
        raise InputError.told("site.no-folder", folder=folder)
    files: list[tuple[str, bytes]] = []
    findings: list[Finding] = []
    allowance = Allowance()
    for number, (path, found) in enumerate(_walk(folder.resolve())):
        finding = found if isinstance(found, Finding) else None
        if number >= _MOST_ENTRIES:
            finding = Finding("too-many", what=f"{_MOST_ENTRIES}")
        if isinstance(found, Path) and finding is None:
            finding, content = _read(path, found, allowance)
            if finding is None:
                files.append((path, content))
        if finding:
            findings.append(finding)
            if finding.rule in {"too-many", "all-too-large"}:
                break
    if not any(path == "index.html" for path, _ in files) and (inside := _built_inside(folder)):
        findings.append(Finding("no-start", what=inside))
    return SiteFolder(tuple(files), tuple(findings))


def _read(path: str, file: Path, allowance: Allowance) -> tuple[Finding | None, bytes]:
    try:
        finding = allowance.take(path, file.stat().st_size)
        if finding:
            return finding, b""
        with file.open("rb") as opened:
            return None, opened.read(LARGEST_FILE + 1)
    except OSError as error:
        return Finding("unreadable", path, what=error.strerror or ""), b""


def _walk(root: Path) -> Iterator[tuple[str, Path | Finding]]:
    """Files to read and what is passed over, folder by folder, in the order of their names."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = sorted(os.scandir(root / below), key=lambda one: one.name)
        except OSError as error:
            yield below, Finding("unreadable", below, what=error.strerror or "")
            continue
        for entry in entries:
            path = f"{below}/{entry.name}".lstrip("/")
            passed = _passed_over(entry, path, root)
            if passed:
                yield path, passed
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield path, Path(entry.path)


def _passed_over(entry: os.DirEntry[str], path: str, root: Path) -> Finding | None:
    is_folder = entry.is_dir(follow_symlinks=False)
    if rule := left_out(path, folder=is_folder):
        return Finding(rule, f"{path}/" if is_folder else path)
    if entry.is_symlink():
        return _link(entry, path, root)
    return None if is_folder or entry.is_file(follow_symlinks=False) else Finding("type-left-out", path)


def _link(entry: os.DirEntry[str], path: str, root: Path) -> Finding | None:
    """A link to a file inside is that file; one to a folder could go in circles."""
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        return Finding("link-left-out", path)
    if not target.is_relative_to(root):
        return Finding("link-outside", path)
    if not target.is_file():
        return Finding("link-left-out", path)
    rules = (left_out(str(part)) for part in _steps(target.relative_to(root)))
    return next((Finding(rule, path) for rule in rules if rule == "secret-left-out"), None)


def _steps(path: Path) -> Iterator[Path]:
    yield path
    yield from (parent for parent in path.parents if parent != Path())


def _built_inside(folder: Path) -> str:
    """The folder that was probably meant: a build's, inside of a project."""
    return next((name for name in _BUILT if (folder / name / "index.html").is_file()), "")
