"""Having one mock made, or made again, outside of the practice edition's own execution."""

from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.ports.executions import Executions
from mlew.services.gate_reading import gate_of
from mlew.services.mocks.changing import bring_back
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work


def making(work: Work, mock_runs: Executions, workshop: Workshop, pair: str, *, name: str) -> str:
    """Start the state machine of one mock; returns the execution. What the spec is made from has to be there.

    A mock that was destroyed comes back at its address, with its key and without its passcode.

    Raises InputError if the pair has no press release yet, SetupError if this deployment hosts no mocks.
    """
    hosted(work.hosting)
    if work.stores.artifacts.head(workshop.id, "press_release", pair) is None:
        raise InputError.told("mock.no-release", pair=pair, workshop=workshop.id)
    mock = ensure_mock(work, workshop, pair)
    bring_back(work.stores.mocks, mock)
    return mock_runs.start(workshop.id, name, pair=pair, round=mock_round(work, workshop))


def mock_round(work: Work, workshop: Workshop) -> int:
    """The round of Test/Iterate that a mock belongs to: one that was decided has not ended for its mocks."""
    gate = gate_of(work.stores, workshop, "iterate")
    if gate is None:
        return workshop.earlier_rounds.get("iterate", 0) + 1
    asked_again = gate.decision is not None and gate.decision.verb == "ask_again"
    return gate.round + 1 if asked_again else gate.round
