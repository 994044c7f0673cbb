"""Whether this machine has time to spare: more processes help a busy one to nothing."""

import os
import time
from pathlib import Path

IDLE_SHARE = 0.15  # of the time of all processors; less is busy
LOOK_AGAIN = 0.25  # seconds


class Processor:
    """All processors of this machine together."""

    def __init__(self) -> None:
        self._seen = (0.0, 0, 0)  # when, idle ticks, all ticks
        self._idle = True

    def is_idle(self) -> bool:
        """Measured over the time since the last answer, or a quarter of a second if that is longer."""
        now = time.monotonic()
        if now - self._seen[0] >= LOOK_AGAIN:
            idle, total = _ticks()
            if total > self._seen[2]:
                self._idle = (idle - self._seen[1]) / (total - self._seen[2]) >= IDLE_SHARE
            self._seen = (now, idle, total)
        return self._idle


def _ticks() -> tuple[int, int]:
    """Idle and all ticks of all processors since the machine was started; where Linux is not, its load instead."""
    try:
        ticks = [int(n) for n in Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]]
    except OSError:
        busy = os.getloadavg()[0] >= (os.cpu_count() or 1)
        now = int(time.monotonic() * 100)
        return (0 if busy else now), now
    return ticks[3] + ticks[4], sum(ticks)
