from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Now, with time zone UTC."""
