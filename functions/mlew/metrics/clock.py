"""Times of a browser: right if its clock is; else set right by when its request arrived, and flagged."""

from typing import NamedTuple

TOLERANCE = 60_000
"""Milliseconds that a browser's clock, or its request, may be off before it is corrected."""
OLDEST = 7 * 24 * 3600 * 1000
"""Milliseconds that an event may have waited in a browser: a tab that is shown again days later sends what it has."""


class BrowserClock(NamedTuple):
    """`arrived`: by our clock. `sent`: when the browser sent the request, by its own; 0 if it does not say."""

    arrived: int
    sent: int = 0

    def right(self, at: int) -> tuple[int, bool]:
        """The time of an event, and whether it was corrected. At most TOLERANCE after arrival and OLDEST before."""
        off = self.arrived - self.sent if self.sent else 0
        told = at + off if abs(off) > TOLERANCE else at
        if told > self.arrived + TOLERANCE or told < self.arrived - OLDEST:
            return self.arrived, True
        return told, told != at
