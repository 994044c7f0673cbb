"""What conditions are for: writers at the same moment, on a server that has real parallelism."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from infra.embedded.endpoint import Endpoint
from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded, Conflict
from mlew.services.work import Stores
from tests.integration.adapters.conftest import aws_stores_on
from tests.integration.adapters.samples import artifact, decision, gate, progress, workshop

WRITERS = 8
pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def stores_of_writers(embedded_aws: Endpoint) -> list[Stores]:
    for_tenant = aws_stores_on(embedded_aws.session())
    return [for_tenant("writers") for _ in range(WRITERS)]


def together(actions: list[Callable[[], object]]) -> list[object]:
    """Results, or the error instead."""

    def result(action: Callable[[], object]) -> object:
        try:
            return action()
        except (Conflict, BudgetExceeded) as error:
            return error

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(result, actions))


def test_one_of_many_takes_the_version(stores_of_writers: list[Stores]) -> None:
    results = together(
        [partial(s.artifacts.add, "versions", artifact(note=str(n))) for n, s in enumerate(stores_of_writers)]
    )
    assert sum(isinstance(result, Conflict) for result in results) == WRITERS - 1
    assert stores_of_writers[0].artifacts.get("versions", artifact().ref).note == str(results.index(None))


def test_one_of_many_decides(stores_of_writers: list[Stores]) -> None:
    stores_of_writers[0].gates.open("gates", gate())
    results = together(
        [partial(s.gates.decide, "gates", "listen", 1, decision(f"no. {n}")) for n, s in enumerate(stores_of_writers)]
    )
    [winner] = [result for result in results if not isinstance(result, Conflict)]
    assert stores_of_writers[0].gates.latest("gates", "listen") == winner


def test_the_budget_holds_against_many(stores_of_writers: list[Stores]) -> None:
    results = together([partial(s.ledger.reserve, "budget", 0.3, budget=1.0) for s in stores_of_writers])
    assert results.count(None) == 3
    used = Usage(calls=1, cost=0.1)
    together([partial(s.ledger.settle, "budget", 0.3, used) for s in stores_of_writers[:3]])
    assert stores_of_writers[0].ledger.total("budget").cost == pytest.approx(0.3)


def test_one_of_many_updates_a_revision(stores_of_writers: list[Stores]) -> None:
    first = workshop("writers", "updates")
    stores_of_writers[0].workshops.create(first)
    results = together([partial(s.workshops.update, first) for s in stores_of_writers])
    assert sum(isinstance(result, Conflict) for result in results) == WRITERS - 1
    assert stores_of_writers[0].workshops.get("updates").revision == 1


def test_no_line_of_many_is_lost(stores_of_writers: list[Stores]) -> None:
    together([partial(s.progress.add, "lines", progress(1, str(n))) for n, s in enumerate(stores_of_writers)])
    lines, _ = stores_of_writers[0].progress.since("lines")
    assert sorted(line.detail for line in lines) == [str(n) for n in range(WRITERS)]
