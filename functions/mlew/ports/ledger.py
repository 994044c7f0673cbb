from typing import Protocol

from mlew.domain.artifact import Usage


class Ledger(Protocol):
    """Money and tokens of a workshop."""

    def reserve(self, workshop_id: str, amount: float, *, budget: float) -> None:
        """Set `amount` (USD) aside. Raises BudgetExceeded if spent + reserved + amount > budget."""

    def settle(self, workshop_id: str, reserved: float, used: Usage) -> None:
        """Give the reservation back and book what was used (all zero if the call failed unbilled)."""

    def total(self, workshop_id: str) -> Usage:
        """What is booked so far."""
