from collections.abc import Mapping
from typing import Protocol


class GenuStore(Protocol):
    """Files that GenU users take of a workshop: use cases with its results, and the page that hands them out."""

    def put(self, workshop_id: str, files: Mapping[str, str]) -> None:
        """Replace all files, by name. Raises InputError for a name that cannot be kept."""

    def names(self, workshop_id: str) -> list[str]:
        """In the order in which they were put; none before the first phase has ended."""

    def get(self, workshop_id: str, name: str) -> str:
        """Raises NotFound."""
