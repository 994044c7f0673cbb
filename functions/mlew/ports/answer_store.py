from datetime import datetime
from typing import Protocol

from mlew.ports.model import ModelAnswer


class AnswerStore(Protocol):
    """Raw answers under the hash of their request, stored before anything looks at them."""

    def get(self, workshop_id: str, request_hash: str) -> ModelAnswer | None:
        """The answer that exists, or None (also while a call is in flight or was cut off)."""

    def begin(self, workshop_id: str, request_hash: str, *, at: datetime, reserved: float) -> bool:
        """Record a call as in flight, with the USD set aside for it. False if one was recorded before, in vain."""

    def put(self, workshop_id: str, request_hash: str, answer: ModelAnswer) -> None:
        """Store the answer."""

    def release(self, workshop_id: str, request_hash: str) -> float | None:
        """Forget the USD set aside and return them, None if there are none. One of several callers gets them:
        that one settles them in the ledger."""
