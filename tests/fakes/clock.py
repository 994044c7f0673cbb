"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

from mlew.ports.clock import Clock

START = datetime(2026, 4, 1, 0, 0, tzinfo=UTC)


class FakeClock(Clock):
    def __init__(self, now: datetime = START) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def advance(self, *, seconds: float = 0, minutes: float = 0, days: float = 0) -> datetime:
        self._now += timedelta(days=days, minutes=minutes, seconds=seconds)
        return self._now
