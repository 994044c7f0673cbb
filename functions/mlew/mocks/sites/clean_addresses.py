"""Pages that have an address without a file name: what the edge has to know of a site (`Pointer.folders`)."""

import json
from collections.abc import Iterable

from mlew.domain.site import START

EVERY_FOLDER, EVERY_PAGE = "*", "*.html"
_MOST_BYTES = 800  # of the 1,024 that the edge keeps of a mock


def clean_addresses(paths: Iterable[str]) -> tuple[str, ...]:
    """Folders with a page of their own (`about`) and pages that are asked for by name (`about.html`).

    A site of very many pages is no application with screens of its own: instead of the list `*` (every folder) or
    `*.html` (every page) stands for the kind that it has more of, and what is not there is not found.
    """
    pages = [path for path in paths if path.endswith(".html")]
    folders = sorted(path.removesuffix(f"/{START}") for path in pages if path.endswith(f"/{START}"))
    named = sorted(p for p in pages if p.rpartition("/")[2] != START and p.removesuffix(".html") not in folders)
    if _fits(folders + named):
        return tuple(folders + named)
    many_folders, many_named = len(folders) >= len(named), len(named) > len(folders)
    short = [*([EVERY_FOLDER] if many_folders else folders), *([EVERY_PAGE] if many_named else named)]
    return tuple(short) if _fits(short) else (EVERY_FOLDER, EVERY_PAGE)


def _fits(names: list[str]) -> bool:
    return len(json.dumps(names, ensure_ascii=False).encode()) <= _MOST_BYTES
