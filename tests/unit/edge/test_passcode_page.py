"""Protected mocks at the edge: only holders of a cookie that we signed come in."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from infra.constructs.edge_source import mocks_source
from mlew.domain.passcode import OPEN_FOR, pass_cookie, protect
from tests.unit.edge.edge_function import NOW, EdgeFunction, request

MOCK, OTHER = "a" * 16, "b" * 16
VERSION = "0123456789abcdef"
KEY = protect("k7mqa-9fvxw").signing_key


def locked(locale: str = "ja") -> EdgeFunction:
    pointer = json.dumps({"v": VERSION, "o": "spec", "l": locale, "p": KEY})
    return EdgeFunction(mocks_source("spec"), {MOCK: pointer, OTHER: pointer})


def cookie(mock: str = MOCK, key: str = KEY, *, before: timedelta = timedelta(0)) -> str:
    made = pass_cookie(mock, key, datetime.fromtimestamp(NOW, UTC) - before)
    return f"{made.name}={made.value}"


def test_a_signed_cookie_opens_the_mock() -> None:
    assert locked().get(f"/m/{MOCK}/", cookie=cookie())["uri"] == f"/sites/{MOCK}/{VERSION}/index.html"


FORGED = {
    "none": "",
    "other mock's": cookie(OTHER).replace(OTHER, MOCK),
    "other key": cookie(key="0" * 64),
    "expired": cookie(before=OPEN_FOR + timedelta(seconds=1)),
    "later end": cookie().replace("=18", "=19"),
    "no signature": cookie()[:-64],
    "short": cookie()[:-1],
    "long": cookie() + "0",
    "upper case": f"mlew-pass-{MOCK}={cookie().partition('=')[2].upper()}",
    "nonsense": f"mlew-pass-{MOCK}=undefined",
    "end of time": f"mlew-pass-{MOCK}=9999999999.{'0' * 64}",
}


@pytest.mark.parametrize("path", ["/", "/style.css", "/../x"])
def test_without_one_it_asks_for_the_passcode(path: str) -> None:
    answers = locked().answers(*(request(f"/m/{MOCK}{path}", cookie=given) for given in FORGED.values()))
    told = {name: answer.get("statusCode") for name, answer in zip(FORGED, answers, strict=True)}
    assert told == dict.fromkeys(FORGED, 403)
    assert all('action="/v1/unlock"' in answer["body"] for answer in answers)
    assert KEY not in json.dumps(answers)


@pytest.mark.parametrize(
    ("locale", "words"), [("ja", "パスコードを入力してください"), ("en", "Please enter the passcode")]
)
def test_it_asks_in_the_mocks_language(locale: str, words: str) -> None:
    assert words in locked(locale).get(f"/m/{MOCK}/")["body"]


def test_the_form_keeps_the_links_code_and_nothing_else() -> None:
    body = locked().get(f"/m/{MOCK}/", query='t=abc234defg&preview="><script>&x=<b>')["body"]
    assert '<input type="hidden" name="t" value="abc234defg">' in body
    assert '<input type="hidden" name="preview" value="1">' in body
    assert "<script" not in body
    assert "<b>" not in body


def test_a_code_that_is_none_of_ours_is_dropped() -> None:
    assert 'name="t"' not in locked().get(f"/m/{MOCK}/", query='t="><img src=x>')["body"]


def test_a_wrong_passcode_is_told() -> None:
    assert 'role="alert"' in locked().get(f"/m/{MOCK}/", query="unlock=wrong")["body"]
    assert 'role="alert"' not in locked().get(f"/m/{MOCK}/", query="unlock=x")["body"]
