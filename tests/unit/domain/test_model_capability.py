import pytest
from pydantic import ValidationError

from mlew.domain.model_capability import LONGEST_ANSWER_SECONDS, ModelCapability

MODEL = ModelCapability(id="m", name="Model", output_tokens=16_000, largest_output_tokens=48_000)


def test_each_conversation_in_vain_doubles_the_room_up_to_what_the_model_has() -> None:
    assert [MODEL.room(n) for n in range(5)] == [16_000, 32_000, 48_000, 48_000, 48_000]


def test_a_model_that_has_no_more_room_is_asked_for_the_same_again() -> None:
    fixed = MODEL.model_copy(update={"largest_output_tokens": 0})
    assert [fixed.room(n) for n in range(3)] == [16_000] * 3


def test_a_call_needs_the_time_that_a_full_answer_takes_and_never_more_than_is_waited_for() -> None:
    assert MODEL.shortest_wait(0) == pytest.approx(16_000 / 60)
    assert MODEL.shortest_wait(0) < MODEL.shortest_wait(1) <= MODEL.answer_seconds
    assert MODEL.model_copy(update={"answer_seconds": 30.0}).shortest_wait(5) == 30


@pytest.mark.parametrize("seconds", [0, LONGEST_ANSWER_SECONDS + 1])
def test_no_answer_is_waited_for_longer_than_a_function_lives(seconds: float) -> None:
    with pytest.raises(ValidationError):
        ModelCapability(id="m", name="Model", answer_seconds=seconds)
