"""Every failure is recorded; that of a mock stops nothing."""

from typing import Any

import pytest

from infra.state_machines import EDITIONS
from mlew.domain.base import Edition
from mlew.domain.workshop import PHASES_OF
from tests.fakes import FakeClock
from tests.unit.machines import ALL, MACHINES, MOCK
from tests.workflow.interpreter import Ended, Execution, Functions, StateFailed


def without_catcher(machine: dict[str, Any]) -> set[str]:
    top = machine["States"]
    catching = {n for n, s in top.items() if any("States.ALL" in c["ErrorEquals"] for c in s.get("Catch", []))}
    return {n for n, s in top.items() if s["Type"] in ("Task", "Map", "Parallel")} - catching


class FailingWithoutCause(Functions):
    """AWS need not say why."""

    def __init__(self) -> None:
        self.recorded: list[dict[str, Any]] = []

    def run_child(self, machine: str, given: dict[str, Any], clock: FakeClock) -> Ended:
        raise AssertionError("no mock is made")

    def invoke(self, function: str, payload: dict[str, Any]) -> dict[str, Any]:
        if function not in ("RecordFailure", "RecordMockFailure"):
            raise StateFailed("States.Timeout", "")
        self.recorded.append(payload)
        return {}

    def await_token(self, function: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        raise AssertionError("no gate is reached")


def test_every_failure_ends_in_the_record_of_the_workshop_or_of_the_mock() -> None:
    assert all(without_catcher(MACHINES[edition]) == {"RecordFailure"} for edition in EDITIONS)
    assert without_catcher(MOCK) == {"RecordMockFailure"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_mock_can_stop_the_workshop(edition: str) -> None:
    inside = next(s["ItemProcessor"] for n, s in ALL if n == f"{edition}.Mocks")
    assert without_catcher(inside) == set()


def test_a_mock_that_the_edge_does_not_show_yet_is_looked_at_again_for_a_minute_or_two() -> None:
    retry = next(r for r in MOCK["States"]["CheckMock"]["Retry"] if "SiteUnsettled" in r["ErrorEquals"])
    first, rate, most = retry["IntervalSeconds"], retry["BackoffRate"], retry["MaxDelaySeconds"]
    assert 100 < sum(min(first * rate**n, most) for n in range(retry["MaxAttempts"])) < 300


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_failure_without_a_cause_is_recorded_too(edition: Edition) -> None:
    functions = FailingWithoutCause()
    ended = Execution(MACHINES[edition], {"workshop": "w1"}, functions, FakeClock()).run()

    first = PHASES_OF[edition][0]
    assert functions.recorded == [{"workshop": "w1", "phase": first, "error": "States.Timeout", "cause": ""}]
    assert (ended.state, ended.error, ended.cause) == ("Failed", "States.Timeout", "")


def test_a_mock_that_failed_without_a_cause_is_recorded_too() -> None:
    functions = FailingWithoutCause()
    ended = Execution(MOCK, {"workshop": "w1", "pair": "a", "round": 1}, functions, FakeClock()).run()

    assert functions.recorded == [{"workshop": "w1", "pair": "a", "error": "States.Timeout", "cause": ""}]
    assert (ended.state, ended.error, ended.cause) == ("Failed", "States.Timeout", "")
