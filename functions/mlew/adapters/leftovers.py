"""What DynamoDB has left of a batch: it is asked for again, later each time, and not for ever."""

from collections.abc import Callable

from mlew.errors import StoreUnavailable

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds at the longest; each is cut by up to a half, so that those who were refused together come back apart."""


class Leftovers:
    """Of one read or removal. Part of a batch is also left when an answer grew too large, which no wait helps."""

    def __init__(self, pause: Callable[[float], None], chance: Callable[[], float]) -> None:
        """`pause` waits so many seconds; `chance`: from 0 up to 1."""
        self._pause = pause
        self._chance = chance
        self._tries = 0

    def wait(self, *, asked: int, left: int) -> None:
        """Before the next request. Raises StoreUnavailable if nothing was done again and again."""
        if left < asked:
            self._tries = 0
        if not left:
            return
        if self._tries == len(PAUSES):
            raise StoreUnavailable.told("aws.left-over", hint="aws.wait", count=left)
        self._pause(PAUSES[self._tries] * (1 - self._chance() / 2))
        self._tries += 1
