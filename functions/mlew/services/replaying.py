"""Numbers of a mock made anew from the archive of its requests."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from mlew.domain.delivered import Delivered
from mlew.errors import StoreUnavailable
from mlew.ports.event_archive import EventArchive
from mlew.ports.tracking import TrackingKeys
from mlew.ports.visit_store import VisitStore
from mlew.services.counting_events import CountingEvents

_BATCH = 500


class Replayed(NamedTuple):
    """Requests of the mock that were in the archive."""

    requests: int


def replay(mock: str, run: str, *, store: VisitStore, tracking: TrackingKeys, archive: EventArchive) -> Replayed:
    """Forget what was counted of the mock and count its archived requests; the same comes out.

    The intake has to be off, or what arrives meanwhile is counted and forgotten, or counted twice. Stopped half-way,
    it can be started again: `run` names this try, and every try needs a new name. Raises StoreUnavailable.
    """
    store.forget(mock)
    counting = CountingEvents(store, tracking)
    requests = 0
    for shard in archive.shards():
        theirs = (one for one in archive.read(shard) if one.record.mock == mock)
        for batch in _batches(theirs):
            failed = counting.count(f"replay-{run}-{shard}", batch)
            if failed is not None:
                raise StoreUnavailable.told("counting.not-taken")
            requests += len(batch)
    return Replayed(requests)


def _batches(delivered: Iterable[Delivered]) -> Iterator[list[Delivered]]:
    left = iter(delivered)
    while batch := list(islice(left, _BATCH)):
        yield batch
