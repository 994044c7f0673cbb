from typing import Protocol

from mlew.domain.base import Model


class RefusedRecord(Model):
    """A record of the stream that cannot be read: where it was, why not, and its bytes in base64, cut if `cut`."""

    shard: str
    sequence: str
    reason: str
    data: str
    cut: bool = False


class RefusedRecords(Protocol):
    """Where records go that nobody can count, for a person to look at."""

    def put(self, record: RefusedRecord) -> None:
        """Keep. The same one may come twice. Raises StoreUnavailable."""
