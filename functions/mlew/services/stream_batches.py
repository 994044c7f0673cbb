"""What is done with a batch as the stream delivers it: read, keep if an archive is wanted, count."""

from base64 import b64encode
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError

from mlew.domain.click_record import ClickRecord
from mlew.domain.delivered import Delivered
from mlew.errors import StoreUnavailable
from mlew.ports.event_archive import EventArchive
from mlew.ports.refused_records import RefusedRecord, RefusedRecords
from mlew.services.counting_events import CountingEvents

_LAST_TIME = 4_102_444_800_000
"""2100, in ms: no intake's clock is later, and what is cannot become a date."""


class Raw(NamedTuple):
    """Bytes of a record, and its sequence number."""

    sequence: int
    data: bytes


class Taken(NamedTuple):
    """`failed`: sequence number from which on the batch has to come again, None if it need not."""

    counted: int
    refused: int
    failed: int | None


class StreamBatches:
    """For one tenant: records of another cannot be read here."""

    def __init__(
        self, tenant: str, counting: CountingEvents, refused: RefusedRecords, archive: EventArchive | None = None
    ) -> None:
        self._tenant = tenant
        self._counting = counting
        self._refused = refused
        self._archive = archive

    def take(self, shard: str, batch: Sequence[Raw]) -> Taken:
        """Records that cannot be read go their own way and hold up nobody. May be called again with any of them."""
        delivered: list[Delivered] = []
        refused = 0
        failed: int | None = None
        for raw in batch:
            try:
                delivered.append(Delivered(raw.sequence, self._read(raw.data)))
            except ValueError as error:
                try:
                    self._refuse(shard, raw, error)
                except StoreUnavailable:
                    failed = raw.sequence
                    break
                refused += 1
        if delivered:
            failed = self._count(shard, delivered) or failed
        done = sum(failed is None or one.sequence < failed for one in delivered)
        return Taken(done, refused, failed)

    def _count(self, shard: str, delivered: Sequence[Delivered]) -> int | None:
        try:
            if self._archive is not None:
                self._archive.put(shard, delivered)
            return self._counting.count(shard, delivered)
        except StoreUnavailable:
            return delivered[0].sequence

    def _read(self, data: bytes) -> ClickRecord:
        record = ClickRecord.model_validate_json(data)
        if record.tenant != self._tenant:
            raise ValueError("another tenant's")
        if record.arrived > _LAST_TIME:
            raise ValueError("arrived too late")
        return record

    def _refuse(self, shard: str, raw: Raw, error: ValueError) -> None:
        self._refused.put(
            RefusedRecord(
                shard=shard, sequence=str(raw.sequence), reason=_reason(error), data=b64encode(raw.data).decode()
            )
        )


def _reason(error: ValueError) -> str:
    """Which fields are wrong and how; nothing of what they hold."""
    if not isinstance(error, ValidationError):
        return str(error)
    return "; ".join(f"{'.'.join(map(str, one['loc'])) or 'record'}: {one['type']}" for one in error.errors()[:5])
