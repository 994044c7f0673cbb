"""Passcodes that people read aloud, and the cookie that follows."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.domain.passcode import ALPHABET, LENGTH, OPEN_FOR, matches, new_passcode, pass_cookie, protect

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
STORED = protect("k7mqa-9fvxw")


def test_a_passcode_has_ten_letters_and_digits_that_nobody_confuses() -> None:
    drawn = {new_passcode() for _ in range(100)}
    assert len(drawn) == 100
    for one in drawn:
        assert len(one.replace("-", "")) == LENGTH
        assert set(one) <= set(ALPHABET + "-")
    assert not set(ALPHABET) & set("lo01iI")


@pytest.mark.parametrize(
    "typed", ["k7mqa-9fvxw", "K7MQA9FVXW", " k7mqa 9fvxw\n", "ｋ７ｍｑａ－９ｆｖｘｗ", "Ｋ７ＭＱＡ ９ＦＶＸＷ"]
)
def test_however_it_is_typed_it_is_the_same(typed: str) -> None:
    assert matches(STORED, typed)


@pytest.mark.parametrize(
    "typed", ["", "-", "k7mqa-9fvx", "k7mqa-9fvxww", "k7mqa-9fvxx", "k7mqa-9fvxw" * 100, "\x00", "😀"]
)
def test_another_one_is_wrong(typed: str) -> None:
    assert not matches(STORED, typed)


@settings(max_examples=20)
@given(st.text(max_size=200))
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    assert matches(STORED, typed) in {True, False}


def test_the_same_passcode_is_never_stored_the_same_way() -> None:
    again = protect("k7mqa-9fvxw")
    assert (again.hash, again.salt, again.signing_key) != (STORED.hash, STORED.salt, STORED.signing_key)
    assert "k7mqa" not in STORED.model_dump_json()


def test_the_cookie_is_for_one_mock_and_ends() -> None:
    cookie = pass_cookie("a" * 16, STORED.signing_key, NOW)
    assert cookie.path == f"/m/{'a' * 16}/"
    assert int(cookie.value.partition(".")[0]) == int((NOW + OPEN_FOR).timestamp())
    assert cookie.value != pass_cookie("b" * 16, STORED.signing_key, NOW).value
    for needed in ("Secure", "HttpOnly", "SameSite=Lax", "Max-Age=604800"):
        assert needed in cookie.header()
