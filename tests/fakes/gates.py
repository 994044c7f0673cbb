from mlew.adapters.keys import checked_id, counted
from mlew.domain.gate import Decision, Gate
from mlew.domain.workshop import Phase
from mlew.errors import Conflict, NotFound
from mlew.ports.gate_store import GateStore


class InMemoryGateStore(GateStore):
    def __init__(self) -> None:
        self._gates: dict[tuple[str, Phase, int], Gate] = {}

    def open(self, workshop_id: str, gate: Gate) -> Gate:
        counted(gate.round, 3)
        key = (checked_id(workshop_id), gate.phase, gate.round)
        stored = self._gates.get(key)
        if stored is None:
            stored = gate.model_copy(update={"decision": None})
        elif stored.decision is None:
            stored = gate.model_copy(update={"opened_at": stored.opened_at, "decision": None})
        self._gates[key] = stored
        return stored

    def latest(self, workshop_id: str, phase: Phase) -> Gate | None:
        checked_id(workshop_id)
        gates = [g for (workshop, p, _), g in self._gates.items() if workshop == workshop_id and p == phase]
        return max(gates, key=lambda g: g.round, default=None)

    def decide(self, workshop_id: str, phase: Phase, round_: int, decision: Decision) -> Gate:
        counted(round_, 3)
        key = (checked_id(workshop_id), phase, round_)
        gate = self._gates.get(key)
        if gate is None:
            raise NotFound(f"There is no gate {phase}, round {round_}.")
        if gate.decision is not None:
            raise Conflict(f"{gate.decision.by} has decided on {phase}, round {round_}.")
        self._gates[key] = gate.model_copy(update={"decision": decision})
        return self._gates[key]
