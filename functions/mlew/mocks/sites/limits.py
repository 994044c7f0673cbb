"""How large a site may be. Asked before a file is read, so that a folder named by mistake costs nothing."""

from mlew.mocks.sites.finding import Finding

MOST_FILES = 1_000
LARGEST_FILE = 10 * 1024 * 1024
LARGEST_SITE = 50 * 1024 * 1024


class Allowance:
    """What is left for the next file."""

    def __init__(self) -> None:
        self._files = 0
        self._size = 0

    def take(self, path: str, size: int) -> Finding | None:
        """What is wrong with one more file of so many bytes; after `too-many` and `all-too-large` it is always that."""
        self._files += 1
        if self._files > MOST_FILES:
            return Finding("too-many", what=f"{MOST_FILES}")
        if size > LARGEST_FILE:
            return Finding("too-large", path, what=f"{size / 1024 / 1024:.1f} MB")
        self._size += size
        if self._size > LARGEST_SITE:
            return Finding("all-too-large", what=f"{LARGEST_SITE // 1024 // 1024} MB")
        return None
