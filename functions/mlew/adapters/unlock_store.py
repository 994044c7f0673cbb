"""Passcodes in the metrics table, apart from the workshops that nobody outside may reach."""

import math
from datetime import datetime

from mlew.adapters.items import as_number, as_record, number, record
from mlew.adapters.keys import TenantKeys, checked_id
from mlew.adapters.table import Table
from mlew.domain.mock import Passcode
from mlew.ports.unlock_store import UnlockStore

_SORT = "UNLOCK"
_PASSCODE, _TRIES, _UNTIL = "passcode", "tries", "tries_until"


class DynamoUnlockStore(UnlockStore):
    """One item a mock: passcode, tries in the current window, and its end in Unix seconds."""

    def __init__(self, tenant: str, table: Table) -> None:
        """`table`: the metrics table."""
        self._tenant = TenantKeys(tenant).tenant
        self._table = table

    def put(self, mock_id: str, passcode: Passcode | None) -> None:
        """See the port."""
        self._table.put(self._key(mock_id), _SORT, {_PASSCODE: record(passcode)} if passcode else {})

    def get(self, mock_id: str) -> Passcode | None:
        """See the port."""
        item = self._table.get(self._key(mock_id), _SORT)
        return as_record(item, _PASSCODE, Passcode) if item and _PASSCODE in item else None

    def count_try(self, mock_id: str, *, now: datetime, limit: int, window_seconds: int) -> int:
        """See the port. Both writes are conditional: many at once cannot try more often than one after the other."""
        key, moment = self._key(mock_id), math.ceil(now.timestamp())
        while True:
            counted = self._table.update(
                key,
                _SORT,
                add={_TRIES: 1},
                condition=f"{_UNTIL} > :now AND {_TRIES} < :limit",
                values={"now": number(moment), "limit": number(limit)},
            )
            started = counted or self._table.update(
                key,
                _SORT,
                put={_TRIES: number(1), _UNTIL: number(moment + window_seconds)},
                condition=f"attribute_not_exists({_UNTIL}) OR {_UNTIL} <= :now",
                values={"now": number(moment)},
            )
            if started:
                return 0
            left = as_number(self._table.get(key, _SORT) or {}, _UNTIL) - moment
            if left > 0:
                return left

    def give_back(self, mock_id: str) -> None:
        """See the port."""
        self._table.update(
            self._key(mock_id),
            _SORT,
            add={_TRIES: -1},
            condition=f"{_TRIES} > :none",
            values={"none": number(0)},
        )

    def _key(self, mock_id: str) -> str:
        return f"{self._tenant}#UNLOCK#{checked_id(mock_id)}"
