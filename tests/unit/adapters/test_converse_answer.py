from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.adapters.converse_answer import model_answer
from mlew.domain.artifact import Usage
from mlew.errors import ContextTooLong, ModelError
from tests.unit.adapters.requests import MODEL


def response(*content: dict[str, Any], stop: str = "tool_use", **usage: int) -> dict[str, Any]:
    return {
        "output": {"message": {"role": "assistant", "content": list(content)}},
        "stopReason": stop,
        "usage": {"inputTokens": 1000, "outputTokens": 200, "totalTokens": 1200, **usage},
        "metrics": {"latencyMs": 2500},
    }


USE = {"toolUse": {"toolUseId": "1", "name": "write_journey", "input": {"segment": "x"}}}


def test_the_form_is_the_output() -> None:
    answer = model_answer(response({"text": "Here it is."}, USE), MODEL)
    assert (answer.output, answer.text, answer.stop_reason) == ({"segment": "x"}, "Here it is.", "tool_use")
    assert (answer.model, answer.rehearsed) == (MODEL.id, False)


def test_an_answer_in_text_has_no_output() -> None:
    answer = model_answer(response({"text": "one"}, {"text": "two"}, stop="end_turn"), MODEL)
    assert (answer.output, answer.text) == (None, "one\ntwo")


def test_the_rehearsal_model_is_marked() -> None:
    assert model_answer(response(USE), MODEL.model_copy(update={"rehearsal": True})).rehearsed


@pytest.mark.parametrize(
    ("stop", "meaning"),
    [
        ("tool_use", "tool_use"),
        ("stop_sequence", "end_turn"),
        ("max_tokens", "max_tokens"),
        ("guardrail_intervened", "refused"),
        ("content_filtered", "refused"),
        ("refusal", "refused"),
        ("malformed_tool_use", "end_turn"),
        ("a reason of next year", "end_turn"),
    ],
)
def test_stop_reasons_are_the_four_of_the_port(stop: str, meaning: str) -> None:
    assert model_answer(response(stop=stop), MODEL).stop_reason == meaning


def test_half_a_character_in_an_answer_does_not_keep_it_from_being_stored() -> None:
    broken = {"toolUse": {"toolUseId": "1", "name": "t", "input": {"a\ud83d": ["x\ude00", {"b": "\ud83d\ude00"}]}}}
    answer = model_answer(response({"text": "half \ud83d"}, broken), MODEL)
    assert answer.output == {"a\ufffd": ["x\ufffd", {"b": "😀"}]}
    assert answer.text == "half \ufffd"
    assert type(answer).model_validate_json(answer.model_dump_json()) == answer


def test_a_full_context_window_is_too_long() -> None:
    with pytest.raises(ContextTooLong):
        model_answer(response(stop="model_context_window_exceeded"), MODEL)


def test_tokens_cost_and_time_are_counted() -> None:
    assert model_answer(response(USE), MODEL).usage == Usage(
        calls=1, input_tokens=1000, output_tokens=200, cost=(1000 * 3 + 200 * 15) / 1e6, seconds=2.5
    )


def test_cached_tokens_have_their_own_prices() -> None:
    usage = model_answer(response(USE, cacheReadInputTokens=5000, cacheWriteInputTokens=3000), MODEL).usage
    assert (usage.input_tokens, usage.cache_read_tokens) == (4000, 5000)
    assert usage.cost == pytest.approx((1000 * 3 + 200 * 15 + 5000 * 0.3 + 3000 * 3.75) / 1e6)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    output=_json | st.fixed_dictionaries({"message": _json | st.fixed_dictionaries({"content": _json})}),
    usage=_json | st.just({"inputTokens": 1, "outputTokens": 1}),
    stop=_json | st.just("tool_use"),
)
def test_what_is_no_answer_of_converse_is_a_model_error(output: object, usage: object, stop: object) -> None:
    try:
        model_answer({"output": output, "usage": usage, "stopReason": stop}, MODEL)
    except ModelError:
        return
