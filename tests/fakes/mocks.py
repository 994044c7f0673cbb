from collections.abc import Sequence

from mlew.adapters.items import record
from mlew.adapters.keys import checked_id, checked_part
from mlew.adapters.mock_store import checked_slot
from mlew.domain.mock import Mock, MockLink
from mlew.errors import Conflict, NotFound
from mlew.ports.mock_store import MockStore


class InMemoryMockStore(MockStore):
    def __init__(self) -> None:
        self._mocks: dict[tuple[str, str], str] = {}
        self._links: dict[tuple[str, str, str], MockLink] = {}

    def create(self, mock: Mock) -> Mock:
        record(mock)
        key = (checked_id(mock.workshop), checked_slot(mock.slot))
        return Mock.model_validate_json(self._mocks.setdefault(key, mock.model_dump_json()))

    def get(self, workshop_id: str, mock_id: str) -> Mock:
        for mock in self.list(workshop_id):
            if mock.id == mock_id:
                return mock
        raise NotFound(f"There is no mock {mock_id}.")

    def find(self, workshop_id: str, slot: str) -> Mock | None:
        stored = self._mocks.get((checked_id(workshop_id), checked_slot(slot)))
        return Mock.model_validate_json(stored) if stored is not None else None

    def list(self, workshop_id: str) -> Sequence[Mock]:
        checked_id(workshop_id)
        return [Mock.model_validate_json(m) for (w, _), m in sorted(self._mocks.items()) if w == workshop_id]

    def update(self, mock: Mock) -> Mock:
        record(mock)
        stored = self.find(mock.workshop, mock.slot)
        if stored is None or stored.revision != mock.revision:
            raise Conflict(f"Mock {mock.id} was changed by somebody else.")
        updated = mock.model_copy(update={"revision": mock.revision + 1})
        self._mocks[mock.workshop, mock.slot] = updated.model_dump_json()
        return updated

    def add_links(self, workshop_id: str, links: Sequence[MockLink]) -> None:
        checked_id(workshop_id)
        for link in links:
            self._links.setdefault((workshop_id, checked_part(link.mock), checked_part(link.code)), link)

    def links(self, workshop_id: str, mock_id: str) -> Sequence[MockLink]:
        checked_id(workshop_id)
        checked_part(mock_id)
        found = [link for (w, m, _), link in self._links.items() if (w, m) == (workshop_id, mock_id)]
        return sorted(found, key=lambda link: (link.created_at, link.code))
