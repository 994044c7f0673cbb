"""A request's way over the stream."""

from dataclasses import dataclass

from mlew.domain.click_record import ClickRecord


@dataclass(frozen=True, slots=True)
class Delivered:
    """A record as the stream delivers it; `sequence` grows along a shard."""

    sequence: int
    record: ClickRecord
