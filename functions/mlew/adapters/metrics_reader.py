"""Numbers out of the metrics table. Rollups are read by a range of time, sessions and comments by page."""

from datetime import UTC, datetime

from mlew.adapters.items import Item, as_record, as_text
from mlew.adapters.keys import TenantKeys
from mlew.adapters.table import Table
from mlew.adapters.visit_items import SESSION, names_of, session_of
from mlew.adapters.visit_store import BUCKET, COMMENT, NAMES
from mlew.domain.tally import Names, Rollup, Session
from mlew.domain.voice import Voice
from mlew.errors import InputError
from mlew.ports.metrics_reader import MetricsReader

_BEFORE, _AFTER = "", "~"
_FORMAT = "%Y-%m-%dT%H:%MZ"


class DynamoMetricsReader(MetricsReader):
    """For one tenant."""

    def __init__(self, table: Table, tenant: str) -> None:
        """`table`: of the metrics. Raises InputError if the tenant's name is not an id."""
        self._table = table
        self._keys = TenantKeys(tenant)

    def rollups(self, mock: str, begin: datetime | None = None, end: datetime | None = None) -> list[Rollup]:
        """See the port."""
        low, high = _edge(begin) if begin else _BEFORE, _edge(end) if end else _AFTER
        items = self._table.between(self._keys.workshop(mock), BUCKET + low, BUCKET + high)
        return [_rollup(item) for item in items]

    def names(self, mock: str) -> Names | None:
        """See the port."""
        item = self._table.get(self._keys.workshop(mock), NAMES)
        return names_of(item) if item else None

    def voices(self, mock: str, after: str = "", limit: int = 50) -> tuple[list[Voice], str]:
        """See the port."""
        items, cursor = self._page(mock, COMMENT, after, limit)
        return [as_record(item, "voice", Voice) for item in items], cursor

    def sessions(self, mock: str, after: str = "", limit: int = 100) -> tuple[list[Session], str]:
        """See the port."""
        items, cursor = self._page(mock, SESSION, after, limit)
        return [session_of(item) for item in items], cursor

    def _page(self, mock: str, prefix: str, after: str, limit: int) -> tuple[list[Item], str]:
        if limit < 1:
            raise InputError.told("metrics.page-size", limit=limit)
        start = prefix + after if after else ""
        items = list(self._table.query(self._keys.workshop(mock), prefix, after=start, limit=limit))
        return items, as_text(items[-1], "sk").removeprefix(prefix) if len(items) == limit else ""


def _edge(at: datetime) -> str:
    """Rollups of the quarter that starts at this time come after it, earlier ones before."""
    if at.tzinfo is None:
        raise InputError.told("key.no-zone", at=at)
    return at.astimezone(UTC).strftime(_FORMAT)


def _rollup(item: Item) -> Rollup:
    counts = {name: int(value["N"]) for name, value in item.items() if "N" in value}
    return Rollup(as_text(item, "sk").removeprefix(BUCKET), counts)
