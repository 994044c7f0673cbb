from datetime import datetime, timedelta

from mlew.domain.mock import Passcode
from mlew.ports.unlock_store import UnlockStore


class InMemoryUnlockStore(UnlockStore):
    """`tries`: count and end of the window, by mock."""

    def __init__(self) -> None:
        self.passcodes: dict[str, Passcode] = {}
        self.tries: dict[str, tuple[int, datetime]] = {}

    def put(self, mock_id: str, passcode: Passcode | None) -> None:
        self.tries.pop(mock_id, None)
        self.passcodes.pop(mock_id, None)
        if passcode is not None:
            self.passcodes[mock_id] = passcode

    def get(self, mock_id: str) -> Passcode | None:
        return self.passcodes.get(mock_id)

    def count_try(self, mock_id: str, *, now: datetime, limit: int, window_seconds: int) -> int:
        count, until = self.tries.get(mock_id, (0, now))
        if until <= now:
            count, until = 0, now + timedelta(seconds=window_seconds)
        if count >= limit:
            return int((until - now).total_seconds()) or 1
        self.tries[mock_id] = count + 1, until
        return 0

    def give_back(self, mock_id: str) -> None:
        if mock_id in self.tries:
            count, until = self.tries[mock_id]
            self.tries[mock_id] = max(0, count - 1), until
