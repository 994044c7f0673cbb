import pytest

from mlew.errors import InputError
from mlew.services.work import Stores
from tests.integration.adapters.samples import NOON, answer


def test_an_answer_comes_back_as_it_was(stores: Stores) -> None:
    assert stores.answers.get("w", "abc") is None
    assert stores.answers.begin("w", "abc", at=NOON)
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
    assert stores.answers.begin("w", "abc", at=NOON)
    assert not stores.answers.begin("w", "abc", at=NOON)
    assert not stores.answers.begin("w", "abc", at=NOON)
    assert stores.answers.begin("w", "abd", at=NOON)


def test_an_answered_call_is_not_lost(stores: Stores) -> None:
    stores.answers.begin("w", "abc", at=NOON)
    stores.answers.put("w", "abc", answer())
    assert stores.answers.begin("w", "abc", at=NOON)
    assert stores.answers.get("w", "abc") == answer()


def test_a_time_without_zone_is_refused(stores: Stores) -> None:
    with pytest.raises(InputError, match="time zone"):
        stores.answers.begin("w", "abc", at=NOON.replace(tzinfo=None))
