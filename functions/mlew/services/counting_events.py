"""Counts a batch of one shard of the stream, exactly once however often it is delivered (docs/data-model.md)."""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from mlew.domain.click_record import ClickRecord
from mlew.domain.delivered import Delivered
from mlew.domain.tally import Names
from mlew.errors import StoreUnavailable
from mlew.metrics.names import NO_NAMES, with_names, with_names_of
from mlew.ports.tracking import TrackingKeys
from mlew.ports.visit_store import VisitStore
from mlew.services.counted_batch import CountedBatch, Visit
from mlew.services.link_codes import LinkCodes

_ATTEMPTS = 8


class CountingEvents:
    """One instance an environment: it remembers links and names."""

    def __init__(
        self, store: VisitStore, tracking: TrackingKeys, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """`seconds`: a clock that never goes back."""
        self._store = store
        self._tracking = tracking
        self._links = LinkCodes(tracking, seconds)
        self._names: dict[str, Names] = {}

    def count(self, shard: str, delivered: Sequence[Delivered]) -> int | None:
        """Count these records, oldest first; the sequence number from which on it did not succeed, None if all did.

        Everything before that number is in the rollups. The records must follow one another on the shard as the
        stream has them: a later batch begins where the first one failed.
        """
        for _ in range(_ATTEMPTS):
            mark = self._store.watermark(shard)
            todo = [d for d in delivered if d.sequence > mark]
            if not todo:
                return None
            batch = CountedBatch(self._store, shard, mark)
            failed = self._tally(batch, todo)
            if batch.settle(max((d.sequence for d in todo if failed is None or d.sequence < failed), default=mark)):
                return failed
        return todo[0].sequence

    def _tally(self, batch: CountedBatch, todo: Sequence[Delivered]) -> int | None:
        """Write sessions and visitors; the first sequence number of those that could not be written."""
        visits: dict[tuple[str, str], Visit] = {}
        for one in todo:
            key = one.record.mock, one.record.session
            visits.setdefault(key, Visit(*key)).delivered.append(one)
        by_mock = defaultdict(list)
        for visit in visits.values():
            by_mock[visit.mock].append(visit)
        failed: list[int] = []
        for mock, theirs in by_mock.items():
            try:
                names = self._with_names(mock, [d.record for v in theirs for d in v.delivered])
                failed += batch.write_sessions(mock, theirs, names, self._links)
                failed += batch.write_visitors(mock, theirs)
            except StoreUnavailable:
                failed.append(min(v.first for v in theirs))
        return min(failed, default=None)

    def _with_names(self, mock: str, records: Sequence[ClickRecord]) -> Names:
        """Names are stored before the first session that counts by them."""
        known = self._names.get(mock) or self._store.names(mock) or self._first_names(mock)
        for _ in range(_ATTEMPTS):
            wanted = with_names_of(known, records)
            if wanted == known:
                self._names[mock] = known
                return known
            if self._store.save_names(mock, wanted):
                self._names[mock] = Names(wanted.steps, wanted.elements, wanted.version + 1)
                return self._names[mock]
            known = self._store.names(mock) or self._first_names(mock)
        raise StoreUnavailable.told("counting.busy")

    def _first_names(self, mock: str) -> Names:
        """The mock's own steps have their places before anybody can take them."""
        about = self._tracking.about(mock)
        return with_names(NO_NAMES, about.steps if about else (), ())
