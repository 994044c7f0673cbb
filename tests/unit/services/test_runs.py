import pytest

from mlew.domain.base import Edition
from mlew.errors import Conflict, WorkshopClosed
from mlew.services.runs import Runs
from tests.unit.services.workbench import Bench


def runs(bench: Bench) -> Runs:
    return Runs(bench.stores, bench.executions, bench.clock, tenant="local", new_id=lambda: "w2")


def test_resume_starts_a_new_execution_when_the_last_one_has_ended() -> None:
    bench = Bench()

    resumed = runs(bench).resume("w1")

    assert resumed.state == "running"
    assert bench.executions.states == {resumed.execution: "running"}


def test_resume_wakes_an_execution_whose_decision_was_stored_and_its_wake_lost() -> None:
    bench = Bench()
    started = runs(bench).resume("w1")
    bench.gate("listen")
    bench.executions.waiting.clear()
    bench.gates.approve(bench.workshop, "listen", by="Dev A")
    bench.executions.waiting.add("t")

    resumed = runs(bench).resume("w1")

    assert resumed.execution == started.execution
    assert bench.executions.woken == [("t", {"phase": "listen"})]


def test_a_running_workshop_is_not_started_twice() -> None:
    bench = Bench()
    runs(bench).resume("w1")
    with pytest.raises(Conflict, match="running"):
        runs(bench).resume("w1")


def test_of_two_who_resume_at_once_one_execution_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    start = bench.executions.start

    def overtaken(workshop_id: str, name: str, *, edition: Edition) -> str:
        bench.stores.workshops.update(bench.workshop.model_copy(update={"execution": "other"}))
        return start(workshop_id, name, edition=edition)

    monkeypatch.setattr(bench.executions, "start", overtaken)

    with pytest.raises(Conflict):
        runs(bench).resume("w1")
    assert list(bench.executions.states.values()) == ["failed"]


def test_a_finished_workshop_stays_closed() -> None:
    bench = Bench()
    bench.stores.workshops.update(bench.workshop.model_copy(update={"state": "finished"}))
    with pytest.raises(WorkshopClosed):
        runs(bench).resume("w1")


def test_a_new_budget_holds_from_the_resume_on() -> None:
    bench = Bench()
    assert runs(bench).resume("w1", budget_usd=55.5).budget_usd == 55.5
