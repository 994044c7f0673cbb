"""What tests of `mlew evidence` look at."""

from mlew.domain.evidence import Evidence
from mlew.services.evidence.reading import evidence_of
from tests.unit.services.workbench import Bench


def stored(bench: Bench, pair: str = "a") -> Evidence:
    return evidence_of(bench.stores, bench.workshop, pair)
