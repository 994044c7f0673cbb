"""Which mock a key is for, remembered for a minute: a revoked key is refused within that time."""

from collections.abc import Callable

from mlew.ports.tracking import TrackingKeys

KNOWN_SECONDS = 60.0
UNKNOWN_SECONDS = 10.0
"""Shorter: a key may be on its way into the table."""
MOST_KEYS = 5000


class KeyCache:
    """In the memory of one environment of the function."""

    def __init__(self, keys: TrackingKeys, seconds: Callable[[], float]) -> None:
        """`seconds`: a clock that never goes back."""
        self._keys = keys
        self._seconds = seconds
        self._found: dict[str, tuple[float, str | None]] = {}

    def mock_of(self, key: str) -> str | None:
        """Id of the mock; None if the key is unknown or revoked."""
        now = self._seconds()
        until, mock = self._found.get(key, (0.0, None))
        if now >= until:
            mock = self._keys.mock_of(key)
            if len(self._found) >= MOST_KEYS:
                self._found.clear()  # somebody tries keys: what is known is soon known again
            self._found[key] = now + (KNOWN_SECONDS if mock else UNKNOWN_SECONDS), mock
        return mock
