"""What the tests of decisions look at."""

from mlew.domain.artifact import TEAM
from mlew.domain.gate import Decision
from mlew.domain.journey import Journey
from mlew.domain.workshop import Phase
from tests.unit.services.workbench import Bench


def decision(bench: Bench, phase: Phase) -> Decision:
    gate = bench.stores.gates.latest("w1", phase)
    assert gate is not None and gate.decision is not None
    return gate.decision


def undecided(bench: Bench, phase: Phase) -> bool:
    gate = bench.stores.gates.latest("w1", phase)
    return gate is not None and gate.decision is None


def journey(bench: Bench) -> Journey:
    latest = bench.stores.artifacts.latest("w1", "journey", TEAM)
    assert latest is not None and isinstance(latest.body, Journey)
    return latest.body
