"""The improvement edition while the model misbehaves, functions die, and executions are stopped."""

import random
from dataclasses import dataclass
from typing import Any

import pytest

from infra.state_machines import functions_named
from mlew.rehearsal.faults import Fault, FaultPlan
from mlew.services.draft_runner import REPAIRS
from mlew.services.work import Stores
from tests.workflow.after_practice import AfterPractice
from tests.workflow.fragile import Budget, fragile_model, fragile_stores
from tests.workflow.interpreter import StateFailed
from tests.workflow.outcome import results
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort

STATES = 43
"""Of the top level that a round without trouble enters. When the last two are entered, the workshop is finished."""
TROUBLED = sorted(set(functions_named("improvement")) - {"RecordFailure", "RecordMockFailure", "CloseGate"})
"""Functions that a round without mocks calls: all but those for what goes wrong."""


class Left:
    """What a round leaves, and what it cost: `results` by name, `answers` paid for."""

    def __init__(self, stores: Stores, model: RehearsedPort) -> None:
        workshop = stores.workshops.get(WORKSHOP)
        assert (workshop.state, workshop.failure) == ("finished", "")
        self.results = results(stores, workshop)
        self.versions = {name: len(stores.artifacts.versions(WORKSHOP, *_parts(name))) for name in self.results}
        self.asked = len(model.requests)


def _parts(name: str) -> tuple[Any, str]:
    kind, _, scope = name.partition("/")
    return kind, scope


@pytest.fixture(scope="module")
def untroubled(after_practice: AfterPractice) -> Left:
    model = RehearsedPort()
    practice = after_practice.again(model)
    practice.run_round(WORKSHOP)
    return Left(practice.stores, model)


def begun(after_practice: AfterPractice, faults: FaultPlan | None = None) -> tuple[Practice, RehearsedPort]:
    stores = after_practice.stores()
    model = RehearsedPort(faults, answers=stores.answers)
    return after_practice.again(model, stores=stores), model


@pytest.mark.parametrize("seed", range(4))
def test_a_model_in_trouble_costs_time_and_nothing_else(after_practice: AfterPractice, seed: int) -> None:
    """A fifth of the answers broken, three calls of ten throttled, some answers cut off or too late."""
    rates: dict[Fault, float] = {
        "break_schema": 0.1,
        "break_rules": 0.1,
        "throttle": 0.3,
        "cut_off": 0.02,
        "timeout": 0.05,
    }
    practice, model = begun(after_practice, FaultPlan(rates=rates, seed=seed))

    status = practice.run_round(WORKSHOP)

    assert (status.workshop.state, status.workshop.failure) == ("finished", "")
    assert "ModelThrottled" in practice.failures
    assert model.most_repairs <= REPAIRS
    assert model.asked_in_vain == []


@pytest.mark.parametrize("seed", range(6))
def test_functions_killed_anywhere_lose_and_double_nothing(
    after_practice: AfterPractice, untroubled: Left, seed: int
) -> None:
    chance = random.Random(seed)
    budget = Budget(first=chance.randrange(1, 60), every=chance.randrange(220, 320))
    stores = after_practice.stores()
    model = RehearsedPort(answers=stores.answers)
    practice = after_practice.again(fragile_model(model, budget), stores=fragile_stores(stores, budget))

    with budget.resting():
        workshop = practice.improve(WORKSHOP)
    practice.go(workshop)

    left = Left(stores, model)
    assert budget.deaths > 2
    assert practice.failures.count("Runtime.ExitError") == budget.deaths
    assert model.asked_in_vain == []
    assert (left.results, left.versions) == (untroubled.results, untroubled.versions)


def test_a_round_without_trouble_enters_as_many_states_as_are_stopped_at_below(after_practice: AfterPractice) -> None:
    practice, _ = begun(after_practice)

    assert len(list(practice.execution(practice.improve(WORKSHOP)))) == STATES


@pytest.mark.parametrize("number", range(1, STATES - 2))
def test_an_execution_stopped_between_any_two_states_is_resumed(
    after_practice: AfterPractice, untroubled: Left, number: int
) -> None:
    practice, model = begun(after_practice)
    workshop = practice.improve(WORKSHOP)
    assert practice.go(workshop, stop_before=number) is None

    practice.go(practice.runs.resume(WORKSHOP))

    left = Left(practice.stores, model)
    assert model.asked_in_vain == []
    assert (left.results, left.versions, left.asked) == (untroubled.results, untroubled.versions, untroubled.asked)


@dataclass
class Trouble:
    """A function ends with an error as long as any are `left`; nothing of it has happened then."""

    function: str
    error: str
    left: int


def troubled(after_practice: AfterPractice, trouble: Trouble) -> tuple[Practice, RehearsedPort]:
    class Troubled(Practice):
        def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
            if function == trouble.function and trouble.left:
                trouble.left -= 1
                raise StateFailed(trouble.error, "{}")
            return super().invoke(function, payload)

    stores = after_practice.stores()
    model = RehearsedPort(answers=stores.answers)
    return after_practice.again(model, stores=stores, kind=Troubled), model


@pytest.mark.parametrize("function", TROUBLED)
def test_a_function_that_fails_for_good_is_recorded_and_the_round_resumed(
    after_practice: AfterPractice, untroubled: Left, function: str
) -> None:
    practice, model = troubled(after_practice, Trouble(function, "ModelAccessDenied", 1))
    failed = practice.run_round(WORKSHOP)
    assert failed.workshop.state == "failed"
    assert failed.workshop.failure.startswith("ModelAccessDenied")

    practice.go(practice.runs.resume(WORKSHOP))

    left = Left(practice.stores, model)
    assert model.asked_in_vain == []
    assert (left.results, left.versions, left.asked) == (untroubled.results, untroubled.versions, untroubled.asked)


@pytest.mark.parametrize("function", TROUBLED)
def test_a_function_that_aws_has_no_room_for_is_called_until_it_has(
    after_practice: AfterPractice, untroubled: Left, function: str
) -> None:
    trouble = Trouble(function, "Lambda.TooManyRequestsException", 25)
    practice, model = troubled(after_practice, trouble)

    practice.run_round(WORKSHOP)

    left = Left(practice.stores, model)
    assert trouble.left == 0
    assert (left.results, left.versions, left.asked) == (untroubled.results, untroubled.versions, untroubled.asked)
