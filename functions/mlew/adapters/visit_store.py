"""Sessions, visitors, rollups and comments in the metrics table (docs/data-model.md)."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from mlew.adapters.items import as_text, number, record, text
from mlew.adapters.keys import TenantKeys
from mlew.adapters.table import NEW, Table
from mlew.adapters.visit_items import (
    SESSION,
    VISITOR,
    names_item,
    names_of,
    session_of,
    sort_key,
    tally_item,
    visitor_of,
)
from mlew.domain.tally import Contribution, Names, Session, Tally, Visitor
from mlew.domain.voice import Voice
from mlew.errors import StoreUnavailable
from mlew.ports.visit_store import Saved, VisitStore

BUCKET = "BUCKET#"
COMMENT = "COMMENT#"
NAMES = "NAMES"
SAME_VERSION = "v = :v"
_AT_ONCE = 10
"""Connections that botocore keeps."""


class DynamoVisitStore(VisitStore):
    """For one tenant."""

    def __init__(self, table: Table, tenant: str) -> None:
        """`table`: of the metrics. Raises InputError if the tenant's name is not an id."""
        self._table = table
        self._keys = TenantKeys(tenant)

    def watermark(self, shard: str) -> int:
        """See the port."""
        item = self._table.get(self._shards, shard)
        return int(as_text(item, "upto")) if item else 0

    def settle(self, shard: str, *, was: int, upto: int, deltas: Mapping[str, Contribution]) -> bool:
        """See the port."""
        mark, condition = {"upto": text(str(upto))}, "upto = :was" if was else NEW
        values = {"was": text(str(was))} if was else None
        changes = [
            self._table.counting(self._keys.workshop(mock), BUCKET + key, kept)
            for mock, contribution in deltas.items()
            for key, counts in contribution.items()
            if (kept := {name: change for name, change in counts.items() if change})
        ]
        if not changes:
            return self._table.put_if(self._shards, shard, mark, condition=condition, values=values)
        moved = self._table.storing(self._shards, shard, mark, condition=condition, values=values)
        return self._table.together(moved, *changes)

    def some_sessions(self, mock: str, ids: Iterable[str]) -> dict[str, Session]:
        """See the port."""
        items = self._table.get_many(self._keys.workshop(mock), (SESSION + name for name in ids))
        return {session.id: session for session in map(session_of, items)}

    def some_visitors(self, mock: str, ids: Iterable[str]) -> dict[str, Visitor]:
        """See the port."""
        items = self._table.get_many(self._keys.workshop(mock), (VISITOR + name for name in ids))
        return {visitor.id: visitor for visitor in map(visitor_of, items)}

    def save(self, mock: str, tallies: Sequence[Tally]) -> Saved:
        """See the port. Ten at a time: each is a request of its own, since only those take a condition."""
        with ThreadPoolExecutor(min(_AT_ONCE, len(tallies) or 1)) as pool:
            written = list(pool.map(lambda tally: self._save(mock, tally), tallies))
        return Saved(
            lost=frozenset(t.id for t, well in zip(tallies, written, strict=True) if well is False),
            failed=frozenset(t.id for t, well in zip(tallies, written, strict=True) if well is None),
        )

    def names(self, mock: str) -> Names | None:
        """See the port."""
        item = self._table.get(self._keys.workshop(mock), NAMES)
        return names_of(item) if item else None

    def save_names(self, mock: str, names: Names) -> bool:
        """See the port."""
        return self._table.put_if(
            self._keys.workshop(mock),
            NAMES,
            names_item(names, names.version + 1),
            condition=SAME_VERSION if names.version else NEW,
            values={"v": number(names.version)} if names.version else None,
        )

    def add_voices(self, mock: str, voices: Sequence[Voice]) -> None:
        """See the port."""
        for voice in voices:
            sk = f"{COMMENT}{voice.at:015d}#{voice.session}#{voice.event}"
            self._table.put(self._keys.workshop(mock), sk, {"voice": record(voice)})

    def forget(self, mock: str) -> None:
        """See the port."""
        pk = self._keys.workshop(mock)
        for prefix in (SESSION, VISITOR, BUCKET, COMMENT):
            self._table.remove(pk, (as_text(item, "sk") for item in self._table.query(pk, prefix)))

    def _save(self, mock: str, tally: Tally) -> bool | None:
        """Whether it was written; None if the table does not take it just now."""
        try:
            written = self._table.put_if(
                self._keys.workshop(mock),
                sort_key(tally),
                tally_item(tally, tally.version + 1),
                condition=SAME_VERSION if tally.version else NEW,
                values={"v": number(tally.version)} if tally.version else None,
            )
        except StoreUnavailable:
            return None
        tally.version += written
        return written

    @property
    def _shards(self) -> str:
        return f"{self._keys.tenant}#SHARDS"
