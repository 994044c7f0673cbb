from datetime import datetime
from typing import Protocol

from mlew.domain.tally import Names, Rollup, Session
from mlew.domain.voice import Voice


class MetricsReader(Protocol):
    """What was counted, for those who want to see it. Cursors are "" before the first page and after the last."""

    def rollups(self, mock: str, begin: datetime | None = None, end: datetime | None = None) -> list[Rollup]:
        """Rollups of the quarters that start at `begin` or later and before `end`, in order of time."""

    def names(self, mock: str) -> Names | None:
        """Names of steps and elements; None before the first event."""

    def voices(self, mock: str, after: str = "", limit: int = 50) -> tuple[list[Voice], str]:
        """Comments, oldest first, and the cursor of the next page."""

    def sessions(self, mock: str, after: str = "", limit: int = 100) -> tuple[list[Session], str]:
        """Sessions in the order of their ids, and the cursor of the next page."""
