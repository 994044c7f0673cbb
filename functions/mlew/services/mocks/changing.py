"""Changing the record of a mock while others may do so too."""

from typing import Any

from mlew.domain.mock import Mock
from mlew.ports.mock_store import MockStore
from mlew.services.lost_race import until_won


def change_mock(mocks: MockStore, mock: Mock, **fields: Any) -> Mock:
    """Set fields on the newest record; one that is destroyed is returned as it is: that is the end.

    Raises Conflict after five lost tries.
    """

    def attempt() -> Mock:
        newest = mocks.get(mock.workshop, mock.id)
        changed = newest.changed(**fields)
        return newest if newest.state == "destroyed" or changed == newest else mocks.update(changed)

    return until_won(attempt)


def bring_back(mocks: MockStore, mock: Mock) -> Mock:
    """A destroyed mock is a new one again, with its address and key; any other stays as it is. People ask for it."""

    def attempt() -> Mock:
        newest = mocks.get(mock.workshop, mock.id)
        return mocks.update(newest.model_copy(update={"state": "new"})) if newest.state == "destroyed" else newest

    return until_won(attempt)
