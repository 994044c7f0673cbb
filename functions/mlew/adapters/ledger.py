from mlew.adapters.items import as_number, number
from mlew.adapters.keys import TenantKeys
from mlew.adapters.table import Table
from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded
from mlew.ports.ledger import Ledger

_SK = "LEDGER"
_MICRO = 1_000_000
_MILLI = 1_000


class DynamoLedger(Ledger):
    """One item of whole numbers: micro-USD and milliseconds, so that sums are exact under parallel writers.

    `committed` is what is booked plus what is set aside, in one attribute, because a condition cannot add.
    """

    def __init__(self, tenant: str, table: Table) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table

    def reserve(self, workshop_id: str, amount: float, *, budget: float) -> None:
        """See the port."""
        pk = self._keys.workshop(workshop_id)
        wanted, room = _micro(amount), _micro(budget) - _micro(amount)
        condition = "committed <= :room"
        if room >= 0:
            condition = f"attribute_not_exists(committed) OR {condition}"
        item = self._table.update(
            pk, _SK, add={"committed": wanted}, condition=condition, values={"room": number(room)}
        )
        if item is None:
            committed = as_number(self._table.get(pk, _SK) or {}, "committed") / _MICRO
            raise BudgetExceeded.told("budget.next-call", amount=amount, committed=committed, budget=budget)

    def settle(self, workshop_id: str, reserved: float, used: Usage) -> None:
        """See the port."""
        booked = {
            "committed": _micro(used.cost) - _micro(reserved),
            "cost": _micro(used.cost),
            "milliseconds": round(used.seconds * _MILLI),
            "calls": used.calls,
            "input_tokens": used.input_tokens,
            "output_tokens": used.output_tokens,
            "cache_read_tokens": used.cache_read_tokens,
        }
        self._table.count_once(self._keys.workshop(workshop_id), _SK, booked)

    def total(self, workshop_id: str) -> Usage:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), _SK) or {}
        return Usage(
            calls=as_number(item, "calls"),
            input_tokens=as_number(item, "input_tokens"),
            output_tokens=as_number(item, "output_tokens"),
            cache_read_tokens=as_number(item, "cache_read_tokens"),
            cost=as_number(item, "cost") / _MICRO,
            seconds=as_number(item, "milliseconds") / _MILLI,
        )


def _micro(usd: float) -> int:
    return round(usd * _MICRO)
