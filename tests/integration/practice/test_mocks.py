"""Mocks are made while people do Test/Iterate: every state and handler, the renderer, fakes for AWS."""

import random
from pathlib import Path
from typing import Any

import pytest

from mlew.domain.gate import Gate
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.errors import ModelAccessDenied
from mlew.inputs import FolderContent, read_folder
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest
from mlew.ports.site_visitor import Visit
from tests.fakes import FakeClock, FakeHosting
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.workflow.fragile import Budget, fragile_model, fragile_stores
from tests.workflow.interpreter import Ended, StateFailed
from tests.workflow.outcome import assert_complete
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort


class ForbiddenForOne(ModelPort):
    """The rehearsal model, which nobody may ask for the mock of pair a while `forbidden`."""

    def __init__(self) -> None:
        self.forbidden = True
        self._model = RehearsedPort()

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        if self.forbidden and request.nonce.startswith("mock/a/"):
            raise ModelAccessDenied("this model may not be asked")
        return self._model.ask(request, timeout_seconds=timeout_seconds)

    def highest_cost(self, request: ModelRequest) -> float:
        return self._model.highest_cost(request)


def until_test_iterate(practice: Practice, workshop: Workshop, gate: Gate) -> None:
    """People who decide everything but the last gate."""
    if gate.phase != "iterate":
        practice.gates.decide_by_numbers(workshop, gate.phase)


def mocks(practice: Practice) -> dict[str, Mock]:
    return {mock.pair: mock for mock in practice.stores.mocks.list("w1")}


def notes(practice: Practice) -> list[str]:
    return [line.detail for line in practice.stores.progress.since("w1")[0]]


@pytest.fixture(scope="module")
def content() -> FolderContent:
    return read_folder(UNSEEN_JA)


@pytest.mark.parametrize("folder", [*EXAMPLES, UNSEEN_JA, UNSEEN_EN], ids=lambda p: p.name)
def test_every_pair_gets_a_mock_that_is_all_there(folder: Path) -> None:
    practice = Practice(RehearsedPort(), hosting=FakeHosting())

    status = practice.run(read_folder(folder))

    assert_complete(practice.stores, status)
    made = mocks(practice)
    assert set(made) == {pair.id for pair in status.workshop.pairs}
    for mock in made.values():
        assert (mock.state, mock.failure, mock.rehearsed) == ("live", "", True)
        assert mock.version == mock.proven != ""
        assert len(mock.steps) >= 3
        assert {k.population for k in practice.stores.mocks.links("w1", mock.id)} == {"internal", "external"}
        spec = practice.stores.artifacts.latest("w1", "mock_spec", mock.pair)
        assert spec is not None
        assert spec.warnings == ()
    assert practice.failures == []


def test_a_deployment_without_hosting_makes_none_and_says_so(content: FolderContent) -> None:
    practice = Practice(RehearsedPort())

    status = practice.run(content)

    assert status.workshop.state == "finished"
    assert mocks(practice) == {}
    assert any("モックは作りません" in detail for detail in notes(practice))


def test_a_mock_that_fails_stops_nothing_else_and_says_why(content: FolderContent) -> None:
    practice = Practice(ForbiddenForOne(), hosting=FakeHosting())

    status = practice.run(content)

    assert status.workshop.state == "finished"
    made = mocks(practice)
    assert made["b"].state == "live"
    assert made["a"].state == "failed"
    assert made["a"].failure == "ModelAccessDenied: this model may not be asked"
    assert "ModelAccessDenied" in notes(practice)


def test_resume_makes_what_failed_and_leaves_what_is_there(content: FolderContent) -> None:
    model = ForbiddenForOne()
    practice = Practice(model, hosting=FakeHosting(), people=until_test_iterate)
    workshop = practice.start(content, gates="review")
    practice.go(workshop)
    before = mocks(practice)
    assert (before["a"].state, before["b"].state) == ("failed", "live")

    model.forbidden = False
    practice.go(practice.runs.resume(workshop.id))

    after = mocks(practice)
    assert (after["a"].state, after["a"].id, after["a"].failure) == ("live", before["a"].id, "")
    assert after["b"] == before["b"]
    assert len(practice.stores.artifacts.versions("w1", "iteration", "a")) == 1


def test_asking_again_shows_a_new_version_at_the_same_address(content: FolderContent) -> None:
    def people(practice: Practice, workshop: Workshop, gate: Gate) -> None:
        if gate.phase == "iterate" and gate.round == 1:
            versions.update({pair: mock.version for pair, mock in mocks(practice).items()})
            practice.gates.ask_again(workshop, "iterate", by="tester", comment="もっと短く")
        else:
            practice.gates.decide_by_numbers(workshop, gate.phase)

    versions: dict[str, str] = {}
    practice = Practice(RehearsedPort(), hosting=FakeHosting(), people=people)
    practice.go(practice.start(content, gates="review"))

    for pair, mock in mocks(practice).items():
        assert len(practice.stores.artifacts.versions("w1", "mock_spec", pair)) == 2
        assert (mock.state, mock.version) == ("live", mock.proven)
        assert practice.hosting is not None
        shown = practice.hosting.sites.pointers[mock.id].version
        assert shown == mock.version
        assert versions[pair]
    assert len(mocks(practice)) == 2


def test_a_site_that_is_not_served_as_it_is_fails_loudly(content: FolderContent) -> None:
    hosting = FakeHosting()
    hosting.visitor.broken["mock.css"] = Visit(404, {}, b"")
    practice = Practice(RehearsedPort(), hosting=hosting)

    status = practice.run(content)

    assert status.workshop.state == "finished"
    for mock in mocks(practice).values():
        assert mock.state == "failed"
        assert "SiteBroken" in mock.failure and "mock.css: answered 404" in mock.failure


def test_a_state_machine_that_may_not_be_started_is_recorded_for_its_mock(content: FolderContent) -> None:
    class Forbidden(Practice):
        def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
            raise StateFailed("States.Permissions", "not authorized to perform states:StartExecution")

    practice = Forbidden(RehearsedPort(), hosting=FakeHosting())

    assert practice.run(content).workshop.state == "finished"
    reason = "States.Permissions: not authorized to perform states:StartExecution"
    assert {mock.failure for mock in mocks(practice).values()} == {reason}


def test_an_edge_that_is_slow_is_waited_for(content: FolderContent) -> None:
    """The start page is not there at the first looks."""
    hosting = FakeHosting()
    visit, left = hosting.visitor.get, [3]

    def late(url: str, *, cookie: str = "") -> Visit:
        if left[0]:
            left[0] -= 1
            return Visit(404, {}, b"")
        return visit(url, cookie=cookie)

    hosting.visitor.get = late  # type: ignore[method-assign]  # slow for a while
    practice = Practice(RehearsedPort(), hosting=hosting)
    practice.run(content)

    assert practice.failures == ["SiteUnsettled"] * 3
    assert {mock.state for mock in mocks(practice).values()} == {"live"}


@pytest.mark.parametrize("seed", range(6))
def test_functions_killed_anywhere_make_every_mock_once(content: FolderContent, seed: int) -> None:
    chance = random.Random(seed)
    budget = Budget(first=chance.randrange(1, 60), every=chance.randrange(120, 220))
    stores = Practice(RehearsedPort()).stores
    practice = Practice(
        fragile_model(RehearsedPort(), budget), stores=fragile_stores(stores, budget), hosting=FakeHosting()
    )

    with budget.resting():
        workshop = practice.start(content, pairs=2)
    practice.go(workshop)

    with budget.resting():
        made = mocks(practice)
        assert {m.state for m in made.values()} == {"live"}
        assert len(made) == 2
        assert all(len(stores.mocks.links("w1", m.id)) == 2 for m in made.values())
    assert budget.deaths > 0
