from collections.abc import Sequence
from typing import Protocol

from mlew.domain.mock import Mock, MockLink


class MockStore(Protocol):
    """Mocks of a tenant's workshops and the links to them. Names of testers are kept here and nowhere else."""

    def create(self, mock: Mock) -> Mock:
        """Store a new mock; if its slot is taken, nothing is stored and the mock that has it is returned."""

    def get(self, workshop_id: str, mock_id: str) -> Mock:
        """Raises NotFound."""

    def find(self, workshop_id: str, slot: str) -> Mock | None:
        """By pair, origin and round (`Mock.slot`)."""

    def list(self, workshop_id: str) -> Sequence[Mock]:
        """Ordered by slot."""

    def update(self, mock: Mock) -> Mock:
        """Store if nobody changed it since `mock.revision`; returns it with the next revision. Raises Conflict."""

    def add_links(self, workshop_id: str, links: Sequence[MockLink]) -> None:
        """Store; a link that is there already stays as it is."""

    def links(self, workshop_id: str, mock_id: str) -> Sequence[MockLink]:
        """Of one mock, in the order in which they were made."""
