"""New mocks of a later round stand beside those that testers saw: every state and handler, fakes for AWS."""

import random

import pytest

from mlew.domain.mock import Mock
from mlew.domain.schedule import PATTERNS
from mlew.errors import ModelAccessDenied
from mlew.inputs import read_folder
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest
from tests.folders import UNSEEN_JA
from tests.workflow.after_practice import AfterPractice
from tests.workflow.fragile import Budget, fragile_model, fragile_stores
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort
from tests.workflow.testers import bring


@pytest.fixture(scope="module")
def hosted() -> AfterPractice:
    """With a mock for each pair; testers were for a and against b."""
    return AfterPractice(read_folder(UNSEEN_JA), {"a": "for", "b": "against"}, hosted=True)


def mocks(practice: Practice) -> dict[tuple[str, int], Mock]:
    return {(mock.pair, mock.round): mock for mock in practice.stores.mocks.list(WORKSHOP)}


def test_the_pair_that_goes_on_gets_a_new_mock_and_the_old_ones_stay(hosted: AfterPractice) -> None:
    practice = hosted.again()
    before = mocks(practice)

    status = practice.run_round(WORKSHOP)

    assert (status.workshop.state, status.workshop.failure) == ("finished", "")
    after = mocks(practice)
    assert set(before) == {("a", 1), ("b", 1)}
    assert set(after) == {*before, ("a", 2)}
    new = after["a", 2]
    assert (new.state, new.failure, new.version) == ("live", "", new.proven)
    assert new.id not in {mock.id for mock in before.values()}
    assert {key: (after[key].id, after[key].version) for key in before} == {
        key: (mock.id, mock.version) for key, mock in before.items()
    }
    assert {link.population for link in practice.stores.mocks.links(WORKSHOP, new.id)} == {"internal", "external"}


def test_without_new_mocks_the_edition_ends_all_the_same(hosted: AfterPractice) -> None:
    practice = hosted.again()
    before = mocks(practice)
    begun = practice.improvement.start(WORKSHOP, minutes=PATTERNS["message"], by="tester", gates="auto", mocks=False)

    practice.go(begun)

    assert practice.stores.workshops.get(WORKSHOP).state == "finished"
    assert mocks(practice) == before


def test_a_third_round_looks_back_on_the_mocks_of_the_second(hosted: AfterPractice) -> None:
    practice = hosted.again()
    practice.run_round(WORKSHOP)
    seen = mocks(practice)["a", 2]
    bring(practice, WORKSHOP, {"a": "for"})

    status = practice.run_round(WORKSHOP)

    assert (status.workshop.state, status.workshop.edition_round) == ("finished", 3)
    assert set(mocks(practice)) == {("a", 1), ("b", 1), ("a", 2), ("a", 3)}
    verdict = practice.stores.artifacts.latest(WORKSHOP, "verdict", "a")
    assert verdict is not None
    assert (verdict.body.model_dump()["mock"], verdict.body.model_dump()["round"]) == (seen.id, 2)


class Forbidden(ModelPort):
    """The rehearsal model, which nobody may ask for mocks while `forbidden`."""

    def __init__(self) -> None:
        self.forbidden = True
        self._model = RehearsedPort()

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        if self.forbidden and request.nonce.startswith("mock/"):
            raise ModelAccessDenied("this model may not be asked")
        return self._model.ask(request, timeout_seconds=timeout_seconds)

    def highest_cost(self, request: ModelRequest) -> float:
        return self._model.highest_cost(request)


def test_a_mock_that_cannot_be_made_stops_nothing_else(hosted: AfterPractice) -> None:
    practice = hosted.again(Forbidden())

    status = practice.run_round(WORKSHOP)

    assert status.workshop.state == "finished"
    made = mocks(practice)
    assert (made["a", 2].state, made["a", 2].failure) == (
        "failed",
        "ModelAccessDenied: this model may not be asked",
    )
    assert made["a", 1].state == "live"


@pytest.mark.parametrize("seed", range(4))
def test_functions_killed_anywhere_make_the_new_mock_once(hosted: AfterPractice, seed: int) -> None:
    chance = random.Random(seed)
    budget = Budget(first=chance.randrange(1, 60), every=chance.randrange(220, 320))
    stores = hosted.stores()
    model = RehearsedPort(answers=stores.answers)
    practice = hosted.again(fragile_model(model, budget), stores=fragile_stores(stores, budget))

    with budget.resting():
        workshop = practice.improve(WORKSHOP)
    practice.go(workshop)

    with budget.resting():
        assert practice.runs.status(WORKSHOP).workshop.state == "finished"
        made = mocks(practice)
        assert set(made) == {("a", 1), ("b", 1), ("a", 2)}
        assert made["a", 2].state == "live"
        assert len(stores.mocks.links(WORKSHOP, made["a", 2].id)) == 2
    assert model.asked_in_vain == []
    assert budget.deaths > 2
