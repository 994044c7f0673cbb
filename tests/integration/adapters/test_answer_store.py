import pytest

from mlew.errors import InputError
from mlew.services.work import Stores
from tests.integration.adapters.samples import NOON, answer


def test_an_answer_comes_back_as_it_was(stores: Stores) -> None:
    assert stores.answers.get("w", "abc") is None
    assert stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    assert stores.answers.get("w", "abc") is None
    stores.answers.put("w", "abc", answer())
    assert stores.answers.get("w", "abc") == answer()
    assert stores.answers.get("w", "abd") is None
    assert stores.answers.get("v", "abc") is None


def test_an_answer_in_plain_text_is_kept_too(stores: Stores) -> None:
    plain = answer("無理です").model_copy(update={"output": None, "stop_reason": "end_turn"})
    stores.answers.put("w", "abc", plain)
    assert stores.answers.get("w", "abc") == plain


def test_a_call_that_was_begun_and_never_answered_is_known_as_lost(stores: Stores) -> None:
    assert stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    assert not stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    assert not stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    assert stores.answers.begin("w", "abd", at=NOON, reserved=0.25)


def test_an_answered_call_is_not_lost(stores: Stores) -> None:
    stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    stores.answers.put("w", "abc", answer())
    assert stores.answers.begin("w", "abc", at=NOON, reserved=0.25)
    assert stores.answers.get("w", "abc") == answer()


def test_what_is_set_aside_for_a_call_is_given_out_once(stores: Stores) -> None:
    assert stores.answers.release("w", "abc") is None
    stores.answers.begin("w", "abc", at=NOON, reserved=0.123456)
    assert stores.answers.release("v", "abc") is None
    assert stores.answers.release("w", "abc") == pytest.approx(0.123456)
    assert stores.answers.release("w", "abc") is None


def test_nothing_set_aside_is_told_apart_from_no_call(stores: Stores) -> None:
    stores.answers.begin("w", "abc", at=NOON, reserved=0.0)
    assert stores.answers.release("w", "abc") == 0.0
    assert stores.answers.release("w", "abc") is None


def test_what_is_set_aside_stays_when_the_answer_comes_until_it_is_released(stores: Stores) -> None:
    stores.answers.begin("w", "abc", at=NOON, reserved=0.5)
    stores.answers.put("w", "abc", answer())
    assert stores.answers.release("w", "abc") == 0.5
    assert stores.answers.get("w", "abc") == answer()


def test_a_time_without_zone_is_refused(stores: Stores) -> None:
    with pytest.raises(InputError, match="time zone"):
        stores.answers.begin("w", "abc", at=NOON.replace(tzinfo=None), reserved=0.25)
