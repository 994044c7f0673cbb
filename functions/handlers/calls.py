"""Events of the workshop's Lambdas, as the state machine sends them."""

from mlew.domain.base import Model
from mlew.domain.gate import Stage
from mlew.domain.workshop import Phase
from mlew.services.cells import Cell


class WorkshopCall(Model):
    """Something about a workshop."""

    workshop: str


class PhaseCall(WorkshopCall):
    """A round of a phase."""

    round: int


class CellCall(PhaseCall):
    """One cell of Invent's Map."""

    cell: Cell


class PairCall(PhaseCall):
    """One pair of a Map."""

    pair: str


class SiteCall(WorkshopCall):
    """A rendered version of a pair's mock; `spec`: version of the MockSpec that it was made from."""

    pair: str
    version: str
    spec: int


class MockFailureCall(WorkshopCall):
    """A pair's mock could not be made: `error` is the error's name."""

    pair: str
    error: str
    cause: str


class GateCall(PhaseCall):
    """Open the gate of a phase; `seconds`: how long the execution waits with `token`."""

    phase: Phase
    stage: Stage
    seconds: int
    token: str


class ClosingCall(WorkshopCall):
    """The wait at a gate has timed out."""

    phase: Phase
    stage: Stage


class FailureCall(WorkshopCall):
    """A state has failed for good: `error` is the error's name."""

    phase: Phase
    error: str
    cause: str
