"""Names that can stand in an address and mean one file only, on every system."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from mlew.mocks.sites.finding import Finding

_LONGEST = 400
_HOSTILE = re.compile(
    "[\\\\*\u0000-\u001f\u007f-\u009f"  # means a folder elsewhere; stands for all folders at the edge; control
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"  # unseen, turned round, or not text at all
)
_EVENTS = re.compile("(^|/)v1(/|$)")  # paths that the distribution answers itself
_SHOWN = 80


def composed(path: str) -> str:
    """The form in which browsers ask for it: macOS may keep accents and voiced kana apart from their letters."""
    return unicodedata.normalize("NFC", path)


def name_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """Names that cannot be published, and those that some systems take for the same."""
    seen: dict[str, str] = {}
    for path in paths:
        if not _is_plain(path):
            yield Finding("name-hostile", _readable(path))
            continue
        same = composed(path).casefold()
        if same in seen:
            yield Finding("name-twice", path, what=seen[same])
        seen.setdefault(same, path)


def _is_plain(path: str) -> bool:
    parts = path.split("/")
    return (
        len(path.encode(errors="replace")) <= _LONGEST
        and not _HOSTILE.search(path)
        and not _EVENTS.search(path)
        and all(part not in {"", ".", ".."} and part == part.strip() for part in parts)
    )


def _readable(path: str) -> str:
    return path[:_SHOWN].encode("unicode_escape").decode() if _HOSTILE.search(path) else path[:_SHOWN]
