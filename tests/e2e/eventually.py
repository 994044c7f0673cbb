"""Waiting for another process: ask until the answer is there, and say what it was when it never came."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 120.0
"""Seconds: far more than anything here takes on a busy machine of two cores."""


def eventually(look: Callable[[], T | None], *, within: float = PATIENCE, but: Callable[[], object] = lambda: "") -> T:
    """What `look` finds, as soon as it finds something. `but` tells the state of things if it never does."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.05)  # another process is at work; there is nothing to wait on but its answer
    raise AssertionError(f"not within {within:.0f} s; instead: {but()}")
