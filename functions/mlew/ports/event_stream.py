"""The stream between the intake, which must be quick, and the aggregator, which must be exact."""

from typing import Protocol

from mlew.domain.click_record import ClickRecord


class EventStream(Protocol):
    """Records of one session stay in the order they were put in."""

    def put(self, record: ClickRecord) -> None:
        """Returns when the record is durable. Raises StoreUnavailable if it may not be: the sender tries again."""
