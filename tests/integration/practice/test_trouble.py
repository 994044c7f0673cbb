"""The practice edition while the model misbehaves, functions die, and executions are stopped."""

import random

import pytest

from mlew.inputs import FolderContent, read_folder
from mlew.rehearsal.faults import Fault, FaultPlan
from mlew.services.draft_runner import REPAIRS
from tests.fakes import in_memory_stores
from tests.folders import UNSEEN_JA
from tests.workflow.fragile import Budget, fragile_model, fragile_stores
from tests.workflow.outcome import assert_complete, results
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort

STATES = 30
"""Of the top level that a run without trouble enters. When the last two are entered, the workshop is finished."""


@pytest.fixture(scope="module")
def content() -> FolderContent:
    return read_folder(UNSEEN_JA)


@pytest.fixture(scope="module")
def untroubled(content: FolderContent) -> dict[str, str]:
    practice = Practice(RehearsedPort())
    return results(practice.stores, practice.run(content).workshop)


@pytest.mark.parametrize("seed", range(8))
def test_a_model_in_trouble_costs_time_and_nothing_else(content: FolderContent, seed: int) -> None:
    """A fifth of the answers broken, three calls of ten throttled, some answers cut off or too late."""
    rates: dict[Fault, float] = {
        "break_schema": 0.1,
        "break_rules": 0.1,
        "throttle": 0.3,
        "cut_off": 0.02,
        "timeout": 0.05,
    }
    stores = in_memory_stores()
    model = RehearsedPort(FaultPlan(rates=rates, seed=seed), answers=stores.answers)
    practice = Practice(model, stores=stores)

    status = practice.run(content)

    assert_complete(stores, status)
    assert "ModelThrottled" in practice.failures
    assert model.most_repairs <= REPAIRS
    assert model.asked_in_vain == []


@pytest.mark.parametrize("seed", range(8))
def test_functions_killed_anywhere_lose_and_double_nothing(
    content: FolderContent, untroubled: dict[str, str], seed: int
) -> None:
    chance = random.Random(seed)
    # Between two deaths there is room for the longest function: PlanNext at the end, which also writes GenU's files.
    budget = Budget(first=chance.randrange(1, 60), every=chance.randrange(120, 220))
    stores = in_memory_stores()
    model = RehearsedPort(answers=stores.answers)
    practice = Practice(fragile_model(model, budget), stores=fragile_stores(stores, budget))

    with budget.resting():
        workshop = practice.start(content)
    practice.go(workshop)

    with budget.resting():
        assert_complete(stores, practice.runs.status(workshop.id))
    assert budget.deaths > 2
    assert practice.failures.count("Runtime.ExitError") == budget.deaths
    assert model.asked_in_vain == []
    assert results(stores, workshop) == untroubled


def test_a_run_without_trouble_enters_as_many_states_as_are_stopped_at_below(content: FolderContent) -> None:
    practice = Practice(RehearsedPort())

    assert len(list(practice.execution(practice.start(content)))) == STATES


@pytest.mark.parametrize("number", range(1, STATES - 2))
def test_an_execution_stopped_between_any_two_states_is_resumed(
    content: FolderContent, untroubled: dict[str, str], number: int
) -> None:
    stores = in_memory_stores()
    model = RehearsedPort(answers=stores.answers)
    practice = Practice(model, stores=stores)
    workshop = practice.start(content)
    assert practice.go(workshop, stop_before=number) is None

    practice.go(practice.runs.resume(workshop.id))

    assert_complete(stores, practice.runs.status(workshop.id))
    assert model.asked_in_vain == []
    assert results(stores, workshop) == untroubled


def test_a_model_that_refuses_marks_the_workshop_and_it_can_be_resumed(content: FolderContent) -> None:
    model = RehearsedPort(FaultPlan(rates={"refuse": 1.0}))
    practice = Practice(model)
    failed = practice.run(content)

    assert (failed.workshop.state, failed.workshop.phase) == ("failed", "listen")
    assert failed.workshop.failure.startswith("ModelRefused: listen (team)")
    assert failed.execution == "failed"

    model.model.misbehave(FaultPlan())
    practice.go(practice.runs.resume(failed.workshop.id))

    assert_complete(practice.stores, practice.runs.status(failed.workshop.id))


def test_too_little_time_for_another_call_goes_on_in_the_next_invocation(content: FolderContent) -> None:
    stores = in_memory_stores()
    model = RehearsedPort(FaultPlan(rates={"break_rules": 0.5}, seed=3), answers=stores.answers)
    chance = random.Random(1)

    class Hurried(Practice):
        def get_remaining_time_in_millis(self) -> int:
            return chance.choice((20_000, 600_000))

    practice = Hurried(model, stores=stores)
    status = practice.run(content)

    assert_complete(stores, status)
    assert "AttemptUnfinished" in practice.failures
    assert model.asked_in_vain == []
