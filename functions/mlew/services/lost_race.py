"""Trying again where somebody else was faster: every write of a record is conditional."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from mlew.errors import Conflict

TRIES = 5
T = TypeVar("T")


def until_won(attempt: Callable[[], T]) -> T:
    """The result of `attempt`, which reads the newest record each time. Raises Conflict after five lost tries."""
    for _ in range(TRIES - 1):
        with suppress(Conflict):
            return attempt()
    return attempt()
