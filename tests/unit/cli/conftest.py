from pathlib import Path

import pytest

from mlew.domain.mock import Mock
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.sheets import ITERATION
from tests.unit.metrics.sample_report import mocks, sample_numbers
from tests.unit.services.improving import FinishedPractice
from tests.unit.services.workbench import Bench


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighty columns, no colours, whatever terminal the tests are started in."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def mlew(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "home")


@pytest.fixture
def bench() -> Bench:
    """A workshop "w1" that runs: Listen, Define and Invent have left their artifacts, no gate is open."""
    bench = Bench()
    bench.defined()
    bench.invented()
    execution = bench.executions.start("w1", "w1-0")
    bench.stores.workshops.update(bench.workshop.model_copy(update={"state": "running", "execution": execution}))
    return bench


@pytest.fixture
def running(mlew: Terminal, bench: Bench) -> Terminal:
    """A terminal at that workshop."""
    mlew.stores, mlew.executions, mlew.clock = bench.stores, bench.executions, bench.clock
    return mlew


@pytest.fixture
def tried(running: Terminal, bench: Bench) -> tuple[Mock, ...]:
    """Pair a has criteria, a script and a mock that people tried; nobody has opened that of b."""
    bench.put("iteration", ITERATION.model_copy(update={"pair": "a"}), "a")
    first, _, last = mocks("en")
    live = {"state": "live", "version": "v1"}
    made = (first.model_copy(update={"pair": "a", **live}), last.model_copy(update={"pair": "b", **live}))
    for mock in made:
        bench.stores.mocks.create(mock)
    running.numbers = sample_numbers("en")
    return made


@pytest.fixture
def finished() -> FinishedPractice:
    bench = FinishedPractice()
    bench.bring("a", solved=True, decided=True)
    bench.bring("b", solved=False, decided=False)
    return bench


@pytest.fixture
def improving(mlew: Terminal, finished: FinishedPractice, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal at a workshop whose practice edition is finished; the embedded AWS is up."""
    monkeypatch.setattr("mlew.cli.improve.start.ensure_up", lambda *_: None)
    mlew.stores, mlew.executions, mlew.clock = finished.stores, finished.executions, finished.clock
    return mlew
