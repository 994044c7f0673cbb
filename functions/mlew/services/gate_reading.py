"""Which gate of a phase counts: those of earlier editions stay behind."""

from mlew.domain.gate import Gate
from mlew.domain.workshop import Phase, Workshop
from mlew.services.work import Stores


def gate_of(stores: Stores, workshop: Workshop, phase: Phase) -> Gate | None:
    """The latest gate of the phase in this edition; None if only earlier editions had one."""
    gate = stores.gates.latest(workshop.id, phase)
    return gate if gate is not None and gate.round > workshop.earlier_rounds.get(phase, 0) else None


def round_of(workshop: Workshop, phase: Phase, round_: int) -> int:
    """As people count: from 1 in each edition."""
    return round_ - workshop.earlier_rounds.get(phase, 0)
