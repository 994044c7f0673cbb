import hashlib

from mlew.adapters.items import as_record, as_text, record, text
from mlew.adapters.keys import TenantKeys, timestamp
from mlew.adapters.progress_cursor import ProgressCursor
from mlew.adapters.table import Table
from mlew.domain.progress import Progress
from mlew.ports.progress_log import ProgressLog

_PREFIX = "PROGRESS#"
_FAILURE = "FAILURE#"


class DynamoProgressLog(ProgressLog):
    """One item a line, by time. Its id is a hash of the line: a line stored twice by a retry is one."""

    def __init__(self, tenant: str, table: Table) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table

    def add(self, workshop_id: str, progress: Progress) -> None:
        """See the port."""
        name = hashlib.sha256(progress.model_dump_json().encode()).hexdigest()[:12]
        sk = f"{_PREFIX}{timestamp(progress.at)}#{name}"
        self._table.put(self._keys.workshop(workshop_id), sk, {"line": record(progress)})

    def since(self, workshop_id: str, cursor: str = "") -> tuple[list[Progress], str]:
        """See the port."""
        place = ProgressCursor.parse(cursor)
        after = f"{_PREFIX}{place.start}" if place.start else ""
        items = list(self._table.query(self._keys.workshop(workshop_id), _PREFIX, after=after))
        lines: list[tuple[str, str]] = []
        for item in items:
            _, at, name = as_text(item, "sk").split("#")
            lines.append((at, name))
        new = [
            as_record(i, "line", Progress) for i, (_, name) in zip(items, lines, strict=True) if name not in place.seen
        ]
        return new, str(place.after(lines))

    def explain(self, workshop_id: str, request_id: str, message: str) -> None:
        """See the port."""
        self._table.put(self._keys.workshop(workshop_id), f"{_FAILURE}{request_id}", {"message": text(message)})

    def explanation(self, workshop_id: str, request_id: str) -> str:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), f"{_FAILURE}{request_id}")
        return as_text(item or {}, "message")
