from datetime import datetime
from typing import Protocol

from mlew.domain.mock import Passcode


class UnlockStore(Protocol):
    """Passcodes of protected mocks, where the function that the internet reaches reads them."""

    def put(self, mock_id: str, passcode: Passcode | None) -> None:
        """Protect the mock, or take the protection away; tries are forgotten."""

    def get(self, mock_id: str) -> Passcode | None:
        """None if the mock is unknown or open."""

    def count_try(self, mock_id: str, *, now: datetime, limit: int, window_seconds: int) -> int:
        """Count a try before it is judged. 0, or how many seconds are left of a window that is full.

        A window begins with the first try in it; a try that finds it full is not counted.
        """

    def give_back(self, mock_id: str) -> None:
        """A counted try was right: only wrong ones count."""
