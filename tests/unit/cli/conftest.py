from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal
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
