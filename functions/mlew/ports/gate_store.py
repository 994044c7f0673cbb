from typing import Protocol

from mlew.domain.gate import Decision, Gate
from mlew.domain.workshop import Phase


class GateStore(Protocol):
    """Gates: the only truth about decisions."""

    def open(self, workshop_id: str, gate: Gate) -> Gate:
        """Store the gate, or renew the undecided one of that phase and round: all but `opened_at`.

        Returns what is stored: with its decision, if the round was decided already (then nothing is written).
        """

    def latest(self, workshop_id: str, phase: Phase) -> Gate | None:
        """The gate of the highest round of the phase, or None."""

    def decide(self, workshop_id: str, phase: Phase, round_: int, decision: Decision) -> Gate:
        """Write the decision once. Raises NotFound, or Conflict (naming who decided) if there is one already."""
