from datetime import UTC, datetime

from mlew.ports.clock import Clock


class SystemClock(Clock):
    """The machine's clock."""

    def now(self) -> datetime:
        """See the port."""
        return datetime.now(UTC)
