import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.adapters.token_estimate import PICTURE_TOKENS, highest_cost, input_tokens, text_tokens
from tests.unit.adapters.requests import MODEL, PICTURE, REQUEST, TURN


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("a", 1), ("abcdef", 2), ("顧客の行動", 5), ("A社", 2)])
def test_japanese_counts_by_character_and_ascii_by_three(text: str, tokens: int) -> None:
    assert text_tokens(text) == tokens


@given(first=st.text(), second=st.text())
def test_more_text_never_counts_less(first: str, second: str) -> None:
    assert text_tokens(first) <= text_tokens(first + second) <= text_tokens(first) + text_tokens(second)


def test_pictures_count_for_models_that_get_them() -> None:
    seen = REQUEST.model_copy(update={"attachments": (PICTURE, PICTURE)})
    blind = MODEL.model_copy(update={"pictures": False})
    assert input_tokens(seen, MODEL) == input_tokens(REQUEST, MODEL) + 2 * PICTURE_TOKENS
    assert input_tokens(seen, blind) == input_tokens(REQUEST, blind)


def test_every_part_of_a_request_counts() -> None:
    plain = input_tokens(REQUEST, MODEL)
    for part in (
        {"system": REQUEST.system + "もう一つ"},
        {"text": REQUEST.text + "もう一つ"},
        {"tool_description": REQUEST.tool_description + "more"},
        {"tool_schema": {**REQUEST.tool_schema, "title": "more"}},
        {"turns": (TURN,)},
    ):
        assert input_tokens(REQUEST.model_copy(update=part), MODEL) > plain


def test_the_highest_cost_is_input_at_its_dearest_and_output_at_the_limit() -> None:
    expected = (input_tokens(REQUEST, MODEL) * 3.75 + 2000 * 15.0) / 1_000_000
    assert highest_cost(REQUEST, MODEL) == pytest.approx(expected)


def test_a_model_without_prices_costs_nothing() -> None:
    free = MODEL.model_copy(
        update=dict.fromkeys(("input_price", "output_price", "cache_read_price", "cache_write_price"), 0.0)
    )
    assert highest_cost(REQUEST, free) == 0
