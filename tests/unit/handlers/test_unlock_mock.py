"""What the internet gets from the function that takes passcodes."""

import base64
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import unlock_mock
from mlew.domain.passcode import protect
from tests.fakes.unlocks import InMemoryUnlockStore

MOCK = "a" * 16
FORM, JSON = "application/x-www-form-urlencoded", "application/json; charset=utf-8"


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> InMemoryUnlockStore:
    made = InMemoryUnlockStore()
    made.put(MOCK, protect("k7mqa-9fvxw"))
    monkeypatch.setattr(unlock_mock, "_store", lambda: made)
    return made


def post(body: str, media: str = FORM, *, encoded: bool = False) -> dict[str, Any]:
    sent = base64.b64encode(body.encode()).decode() if encoded else body
    return unlock_mock.handler({"body": sent, "isBase64Encoded": encoded, "headers": {"content-type": media}}, None)


@pytest.mark.parametrize("encoded", [True, False])
def test_a_right_form_leads_into_the_mock_with_a_cookie(encoded: bool) -> None:
    fields = {"mock": MOCK, "passcode": "k7mqa-9fvxw", "t": "abc234defg", "preview": "1"}
    answer = post(urlencode(fields), encoded=encoded)
    assert answer["statusCode"] == 303
    assert answer["headers"]["location"] == f"/m/{MOCK}/?t=abc234defg&preview=1"
    assert answer["cookies"][0].startswith(f"mlew-pass-{MOCK}=")


def test_a_wrong_form_leads_back_without_one() -> None:
    answer = post(urlencode({"mock": MOCK, "passcode": "x", "t": "https://elsewhere.example"}))
    assert (answer["statusCode"], answer["headers"]["location"]) == (303, f"/m/{MOCK}/?unlock=wrong")
    assert "cookies" not in answer


def test_json_is_answered_with_a_status() -> None:
    assert post(json.dumps({"mock": MOCK, "passcode": "k7mqa-9fvxw"}), JSON)["statusCode"] == 204
    assert post(json.dumps({"mock": MOCK, "passcode": "x"}), JSON)["statusCode"] == 403


def test_who_tries_too_often_is_told_how_long_to_wait_in_both_languages() -> None:
    for _ in range(20):
        post(urlencode({"mock": MOCK, "passcode": "x"}))
    answer = post(urlencode({"mock": MOCK, "passcode": "x"}))
    assert answer["statusCode"] == 429
    assert int(answer["headers"]["retry-after"]) > 0
    assert "お待ちください" in answer["body"]
    assert "Please wait" in answer["body"]


def test_no_answer_is_kept_by_anybody() -> None:
    for body in ("", urlencode({"mock": MOCK, "passcode": "x"}), urlencode({"mock": MOCK, "passcode": "k7mqa-9fvxw"})):
        assert post(body)["headers"]["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("body", "media"),
    [
        ("", FORM),
        ("mock=../x&passcode=1", FORM),
        (f"mock={MOCK}%0d%0aX:1&passcode=1", FORM),
        ("&".join(f"a{n}=1" for n in range(100)), FORM),
        ("x" * 5000, FORM),
        ("{", JSON),
        ("[1]", JSON),
        (f'{{"mock": ["{MOCK}"]}}', JSON),
        ("[" * 4000, JSON),
    ],
)
def test_nonsense_is_refused(body: str, media: str) -> None:
    assert post(body, media)["statusCode"] == 400


@given(st.text(max_size=300), st.sampled_from([FORM, JSON, ""]), st.booleans())
def test_any_body_gets_an_answer(body: str, media: str, marked: bool) -> None:
    event = {"body": body, "isBase64Encoded": marked, "headers": {"content-type": media}}
    assert unlock_mock.handler(event, None)["statusCode"] == 400
