"""Every call is paid for once, and no dollar that was set aside for it stays so."""

from datetime import datetime

import pytest

from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded, ModelThrottled, ModelTimeout
from mlew.ports.model import ModelAnswer, ModelRequest
from mlew.services.model_call import answer_to, request_hash
from tests.fakes.model import Reply
from tests.unit.services.workbench import Bench

REQUEST = ModelRequest(system="s", text="t", tool_name="n", tool_description="d", tool_schema={})
NAME = request_hash(REQUEST)
ANSWER = ModelAnswer(output={"a": 1}, stop_reason="tool_use", model="m", usage=Usage(calls=1, cost=0.004))
HIGHEST = 0.01
"""Of a call, by the scripted model."""


class Call(Bench):
    """`ask`: as a step does it; `left`: what the budget still has room for."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__()
        self.retries = 0
        self.script(*replies)

    def ask(self) -> ModelAnswer:
        return answer_to(self.work, self.workshop, REQUEST, retried=self._retried)

    def die_in_flight(self) -> None:
        """Leave what a function leaves that is killed while the model writes."""
        self.stores.ledger.reserve("w1", HIGHEST, budget=1.0)
        self.stores.answers.begin("w1", NAME, at=self.clock.now(), reserved=HIGHEST)

    @property
    def booked(self) -> Usage:
        return self.stores.ledger.total("w1")

    def assert_nothing_set_aside(self) -> None:
        """The budget has room for exactly what is not booked."""
        left = 1.0 - self.booked.cost
        self.stores.ledger.reserve("w1", left, budget=1.0)
        with pytest.raises(BudgetExceeded):
            self.stores.ledger.reserve("w1", 0.000_01, budget=1.0)

    def _retried(self) -> None:
        self.retries += 1


def test_an_answer_is_booked_at_what_it_cost() -> None:
    call = Call(ANSWER)

    assert call.ask() == call.ask() == ANSWER

    assert call.booked == ANSWER.usage
    assert call.retries == 0
    call.assert_nothing_set_aside()


def test_a_throttled_call_is_free_and_the_next_one_is_a_retry() -> None:
    call = Call(ModelThrottled("wait"), ANSWER)

    with pytest.raises(ModelThrottled):
        call.ask()
    call.ask()

    assert call.booked == ANSWER.usage
    assert call.retries == 1
    call.assert_nothing_set_aside()


def test_a_call_without_an_answer_in_time_is_booked_at_its_highest_cost() -> None:
    call = Call(ModelTimeout("late"), ANSWER)

    with pytest.raises(ModelTimeout):
        call.ask()
    assert call.booked == Usage(calls=1, cost=HIGHEST)
    call.ask()

    assert call.booked.cost == pytest.approx(HIGHEST + 0.004)
    assert call.retries == 1
    call.assert_nothing_set_aside()


def test_a_call_lost_with_its_function_is_booked_when_the_same_is_asked_again() -> None:
    call = Call(ANSWER)
    call.die_in_flight()

    call.ask()

    assert call.booked.cost == pytest.approx(HIGHEST + 0.004)
    assert (call.booked.calls, call.retries) == (2, 1)
    call.assert_nothing_set_aside()


def test_a_function_killed_between_answer_and_booking_is_booked_by_the_next() -> None:
    call = Call()
    call.die_in_flight()
    call.stores.answers.put("w1", NAME, ANSWER)

    assert call.ask() == call.ask() == ANSWER

    assert call.booked == ANSWER.usage
    call.assert_nothing_set_aside()


def test_a_call_that_was_taken_for_lost_and_ends_after_all_is_not_settled_twice() -> None:
    def overtaken(_request: ModelRequest) -> ModelAnswer:
        call.script(ANSWER)
        call.ask()
        return ANSWER

    call = Call(overtaken)

    call.ask()

    assert call.booked.cost == pytest.approx(HIGHEST + 0.004)
    call.assert_nothing_set_aside()


def test_a_call_that_cannot_be_recorded_gives_its_money_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, at: datetime, reserved: float) -> bool:
        raise ConnectionError(at, reserved)

    call = Call(ANSWER)
    with monkeypatch.context() as down, pytest.raises(ConnectionError):
        down.setattr(call.stores.answers, "begin", broken)
        call.ask()

    assert call.model.requests == []
    assert call.booked == Usage()
    call.assert_nothing_set_aside()


@pytest.mark.parametrize(("remaining", "waits"), [(900.0, 300), (200.0, 185)])
def test_an_answer_is_waited_for_as_long_as_the_setting_and_the_function_allow(remaining: float, waits: float) -> None:
    call = Call(ANSWER)
    call.capability = call.capability.model_copy(update={"answer_seconds": 300})
    call.remaining = remaining

    call.ask()

    assert call.model.timeouts == [waits]
