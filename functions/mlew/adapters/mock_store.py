from collections.abc import Sequence

from mlew.adapters.items import as_record, number, record
from mlew.adapters.keys import TenantKeys, checked_part
from mlew.adapters.table import NEW, Table
from mlew.domain.mock import Mock, MockLink
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.mock_store import MockStore

_SLOT_PARTS = 3


class DynamoMockStore(MockStore):
    """One item a mock, under its slot, and one a link."""

    def __init__(self, tenant: str, table: Table) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table

    def create(self, mock: Mock) -> Mock:
        """See the port."""
        if self._write(mock, condition=NEW):
            return mock
        taken = self.find(mock.workshop, mock.slot)
        if taken is None:
            raise Conflict.told("mock.being-made", pair=mock.pair)
        return taken

    def get(self, workshop_id: str, mock_id: str) -> Mock:
        """See the port."""
        found = next((mock for mock in self.list(workshop_id) if mock.id == mock_id), None)
        if found is None:
            raise NotFound.told("mock.none", mock_id=mock_id[:80])
        return found

    def find(self, workshop_id: str, slot: str) -> Mock | None:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), f"MOCK#{checked_slot(slot)}")
        return as_record(item, "mock", Mock) if item is not None else None

    def list(self, workshop_id: str) -> Sequence[Mock]:
        """See the port."""
        return [as_record(i, "mock", Mock) for i in self._table.query(self._keys.workshop(workshop_id), "MOCK#")]

    def update(self, mock: Mock) -> Mock:
        """See the port."""
        updated = mock.model_copy(update={"revision": mock.revision + 1})
        if not self._write(updated, condition="revision = :seen", seen=mock.revision):
            raise Conflict.told("mock.changed", mock=mock.id)
        return updated

    def add_links(self, workshop_id: str, links: Sequence[MockLink]) -> None:
        """See the port."""
        pk = self._keys.workshop(workshop_id)
        for link in links:
            sk = f"LINK#{checked_part(link.mock)}#{checked_part(link.code)}"
            self._table.update(pk, sk, keep={"link": record(link)})

    def links(self, workshop_id: str, mock_id: str) -> Sequence[MockLink]:
        """See the port."""
        items = self._table.query(self._keys.workshop(workshop_id), f"LINK#{checked_part(mock_id)}#")
        return sorted((as_record(i, "link", MockLink) for i in items), key=lambda link: (link.created_at, link.code))

    def _write(self, mock: Mock, *, condition: str, seen: int | None = None) -> bool:
        stored = self._table.update(
            self._keys.workshop(mock.workshop),
            f"MOCK#{checked_slot(mock.slot)}",
            put={"mock": record(mock), "revision": number(mock.revision)},
            condition=condition,
            values={} if seen is None else {"seen": number(seen)},
        )
        return stored is not None


def checked_slot(slot: str) -> str:
    """Pair, origin and round with `~` between, unchanged. Raises InputError."""
    parts = slot.split("~")
    if len(parts) != _SLOT_PARTS:
        raise InputError.told("mock.no-slot", slot=slot[:80])
    return "~".join(checked_part(part) for part in parts)
