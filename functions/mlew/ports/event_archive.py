from collections.abc import Iterator, Sequence
from typing import Protocol

from mlew.domain.delivered import Delivered


class EventArchive(Protocol):
    """Requests as they came, so that numbers can be made anew."""

    def put(self, shard: str, delivered: Sequence[Delivered]) -> None:
        """Keep a batch, under its shard and range of sequence numbers. Raises StoreUnavailable."""

    def shards(self) -> list[str]:
        """Shards of which something is kept, parents before their children."""

    def read(self, shard: str) -> Iterator[Delivered]:
        """Everything of a shard, in its order, each record once."""
