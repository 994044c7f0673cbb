"""How many requests a mock may send: a bucket of tokens for each, approximate since each environment has its own."""

from collections.abc import Callable

BURST = 400
PER_SECOND = 100.0
MOST_BUCKETS = 5000


class RequestRate:
    """In the memory of one environment of the function, so n environments let n times as many through."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds`: a clock that never goes back."""
        self._seconds = seconds
        self._buckets: dict[str, tuple[float, float]] = {}

    def admits(self, mock: str) -> bool:
        """Whether one more request of this mock is let in now."""
        now = self._seconds()
        tokens, at = self._buckets.get(mock, (float(BURST), now))
        tokens = min(float(BURST), tokens + (now - at) * PER_SECOND)
        if len(self._buckets) >= MOST_BUCKETS:
            self._buckets.clear()
        self._buckets[mock] = (max(0.0, tokens - 1), now)
        return tokens >= 1
