from mlew.adapters.keys import checked_id
from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded
from mlew.ports.ledger import Ledger


class InMemoryLedger(Ledger):
    def __init__(self) -> None:
        self._booked: dict[str, Usage] = {}
        self._committed: dict[str, float] = {}

    def reserve(self, workshop_id: str, amount: float, *, budget: float) -> None:
        committed = self._committed.get(checked_id(workshop_id), 0.0)
        if round(committed + amount, 6) > round(budget, 6):
            raise BudgetExceeded(f"{amount:.4f} USD more than what is left of {budget:.2f} USD.")
        self._committed[workshop_id] = committed + amount

    def settle(self, workshop_id: str, reserved: float, used: Usage) -> None:
        checked_id(workshop_id)
        self._committed[workshop_id] = self._committed.get(workshop_id, 0.0) - reserved + used.cost
        self._booked[workshop_id] = self.total(workshop_id) + used

    def total(self, workshop_id: str) -> Usage:
        return self._booked.get(checked_id(workshop_id), Usage())
