"""A place in the progress log that misses nothing: functions write in parallel, so a line may arrive late."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from mlew.adapters.keys import timestamp
from mlew.domain.base import Model
from mlew.errors import InputError

LATENESS = timedelta(seconds=30)
"""How much later than a newer line an older one may be stored: clocks differ by milliseconds, retries take seconds."""


class ProgressCursor(Model):
    """Read again from `start` (a timestamp), without the lines named in `seen`."""

    start: str = ""
    seen: tuple[str, ...] = ()

    @classmethod
    def parse(cls, value: str) -> "ProgressCursor":
        """From its text, "" = the beginning. Raises InputError."""
        start, *seen = value.split(" ")
        if start:
            _time(start)
        return cls(start=start, seen=tuple(seen))

    def __str__(self) -> str:
        """As `parse` takes it."""
        return " ".join((self.start, *self.seen))

    def after(self, lines: Iterable[tuple[str, str]]) -> "ProgressCursor":
        """The next cursor, when `lines` (timestamp, id), oldest first, are all that lie beyond `start`."""
        known = list(lines)
        if not known:
            return self
        start = max(self.start, timestamp(_time(known[-1][0]) - LATENESS))
        return ProgressCursor(start=start, seen=tuple(name for at, name in known if at >= start))


def _time(value: str) -> datetime:
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    except ValueError:
        raise InputError.told("progress.no-cursor", value=value[:80]) from None
