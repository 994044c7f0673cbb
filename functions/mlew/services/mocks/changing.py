"""Changing the record of a mock while others may do so too."""

from typing import Any

from mlew.domain.mock import Mock
from mlew.errors import Conflict
from mlew.ports.mock_store import MockStore

_TRIES = 5


def change_mock(mocks: MockStore, mock: Mock, **fields: Any) -> Mock:
    """Set fields on the newest record; reads again if somebody was faster. Raises Conflict after five lost tries."""
    for attempt in range(_TRIES):
        newest = mocks.get(mock.workshop, mock.id)
        changed = newest.model_copy(update=fields)
        if changed == newest:
            return newest
        try:
            return mocks.update(changed)
        except Conflict:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")
