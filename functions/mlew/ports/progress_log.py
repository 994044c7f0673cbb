from typing import Protocol

from mlew.domain.progress import Progress


class ProgressLog(Protocol):
    """What happened, in order, for those who watch."""

    def add(self, workshop_id: str, progress: Progress) -> None:
        """Append."""

    def since(self, workshop_id: str, cursor: str = "") -> tuple[list[Progress], str]:
        """Entries after the cursor, oldest first, and the cursor for the next call."""

    def explain(self, workshop_id: str, request_id: str, message: str) -> None:
        """Keep the words of an error, which no log may hold, by the request of the function that failed with it."""

    def explanation(self, workshop_id: str, request_id: str) -> str:
        """What `explain` kept, "" if nothing."""
