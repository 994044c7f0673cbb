"""Changing the record of a mock while others may do so too."""

from typing import Any

from mlew.domain.mock import Mock
from mlew.ports.mock_store import MockStore
from mlew.services.lost_race import until_won


def change_mock(mocks: MockStore, mock: Mock, **fields: Any) -> Mock:
    """Set fields on the newest record. Raises Conflict after five lost tries."""

    def attempt() -> Mock:
        newest = mocks.get(mock.workshop, mock.id)
        changed = newest.model_copy(update=fields)
        return newest if changed == newest else mocks.update(changed)

    return until_won(attempt)
