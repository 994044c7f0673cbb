"""Requests of tracker.js: what is kept, what is refused and with which word."""

from typing import Any

import pytest

from mlew.domain.click_record import ClickEvent, RefusedEvent
from mlew.metrics.delivery import Unreadable
from mlew.metrics.wire import read_request
from tests.unit.metrics.posts import NOW, SESSION, body, event, tracker


def test_events_of_a_session_are_kept_in_their_order() -> None:
    read = read_request(body(tracker(event(1, "view", x=None), event(2, w="yes"), c="ab12cd34ef", p=1)), NOW)
    (visit,) = read.visits
    assert (read.source, read.key, visit.session) == ("tracker", "key-of-a-mock", SESSION)
    assert (visit.code, visit.preview) == ("ab12cd34ef", True)
    assert visit.events == [
        ClickEvent(n=1, at=NOW - 1000, kind="view", page="/"),
        ClickEvent(n=2, at=NOW - 1000, kind="click", name="start", page="/", value="yes"),
    ]
    assert not visit.refused and not read.refused


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"n": 0}, "number"),
        ({"n": -1}, "number"),
        ({"n": 1.5}, "number"),
        ({"n": "3"}, "number"),
        ({"n": True}, "number"),
        ({"n": 10**7}, "number"),
        ({"n": None}, "number"),
        ({"y": "scroll"}, "kind"),
        ({"y": ["view"]}, "kind"),
        ({"y": None}, "kind"),
        ({"t": "yesterday"}, "time"),
        ({"t": -5}, "time"),
        ({"t": 1e300}, "time"),
        ({"t": None}, "time"),
        ({"x": 5}, "name"),
        ({"x": "  "}, "name"),
        ({"u": {}}, "page"),
        ({"w": []}, "value"),
        ({"w": True}, "value"),
        ({"y": "time", "w": "5"}, "value"),
        ({"y": "time", "w": -1}, "value"),
        ({"y": "time", "w": 10**9}, "value"),
        ({"y": "comment", "w": " "}, "value"),
        ({"y": "answer", "w": 3}, "value"),
        ({"d": "x"}, "details"),
        ({"d": {"a": {"b": {"c": {"d": {"e": 1}}}}}}, "details"),
    ],
)
def test_a_bad_event_is_refused_with_its_reason_and_the_others_are_kept(wrong: dict[str, Any], reason: str) -> None:
    bad = {name: value for name, value in {**event(3), **wrong}.items() if value is not None}
    read = read_request(body(tracker(event(1), event(2), bad, event(4), event(5))), NOW)
    assert [e.n for e in read.visits[0].events] == [1, 2, 4, 5]
    number = 0 if reason == "number" else 3
    assert read.refused == [{"n": number, "reason": reason}]
    (told,) = read.visits[0].refused
    assert told == RefusedEvent(n=number, id=told.id, reason=reason) and bool(told.id) == (number == 0)


@pytest.mark.parametrize("bad", [None, 5, "view", [], [1]])
def test_what_is_no_event_is_refused(bad: object) -> None:
    read = read_request(body(tracker(bad, event(2))), NOW)
    assert [e.n for e in read.visits[0].events] == [2]
    assert read.refused == [{"n": 0, "reason": "number"}]


def test_a_number_twice_in_a_request_is_taken_once() -> None:
    read = read_request(body(tracker(event(1, x="a"), event(1, x="b"))), NOW)
    assert [e.name for e in read.visits[0].events] == ["a"]
    assert read.refused == [{"n": 1, "reason": "duplicate"}]
    assert not read.visits[0].refused, "the number has come: it is neither lost nor refused"


def test_unknown_fields_are_left_out() -> None:
    read = read_request(body(tracker(event(1, ip="192.0.2.1", z=1), extra={"a": 1})), NOW)
    assert read.visits[0].events == [ClickEvent(n=1, at=NOW - 1000, kind="click", name="start", page="/")]


def test_long_strings_are_cut_and_what_nobody_sees_is_removed() -> None:
    comment = event(1, "comment", x="", w="é" * 5000)
    named = event(2, x="a\u0000b\u202ec\ud83d" + "x" * 500, u="/" + "p" * 500)
    first, second = read_request(body(tracker(comment, named)), NOW).visits[0].events
    assert first.value == "é" * 2000
    assert second.name.startswith("abc?x") and len(second.name) == 200
    assert len(second.page) == 200


@pytest.mark.parametrize(
    ("given", "page"),
    [
        ("/guide?name=sato", "/guide"),
        ("/guide#top", "/guide"),
        ("/#/cart?x=1", "/#/cart"),
        ("/m/abcdefgh12345678/cart", "/cart"),
        ("https://example.com/a?b", "/a"),
        ("", "/"),
        (None, "/"),
        ("hero-section", "hero-section"),
    ],
)
def test_a_page_is_a_path_without_query(given: str | None, page: str) -> None:
    (kept,) = read_request(body(tracker(event(1, u=given))), NOW).visits[0].events
    assert kept.page == page


def test_details_are_flat_and_few() -> None:
    given = {"a": 1, "b": {"c": "x", "d": [True, None]}, "e": float(10**20), **{f"n{i}": i for i in range(50)}}
    (kept,) = read_request(body(tracker(event(1, d=given))), NOW).visits[0].events
    assert len(kept.details) == 16
    assert list(kept.details.items())[:4] == [("a", 1), ("b.c", "x"), ("b.d.0", True), ("n0", 0)]


@pytest.mark.parametrize("code", ["", "ab", "AB12CD34EF", "<script>xx", 5, None, ["ab12cd34ef"]])
def test_a_code_that_is_none_makes_the_address_an_open_one(code: object) -> None:
    assert read_request(body(tracker(event(1), c=code)), NOW).visits[0].code == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (tracker(event(1), v=2), "version"),
        (tracker(event(1), v="1"), "version"),
        (tracker(event(1), s="short"), "session"),
        (tracker(event(1), s="a b c d e f g"), "session"),
        (tracker(event(1), s=None), "session"),
        (tracker(event(1), k=7), "key"),
        (tracker(), "no-events"),
        (tracker(event(1), e={"n": 1}), "no-events"),
        (tracker(*(event(n) for n in range(1, 202))), "too-many-events"),
        ([], "no-object"),
        ("v", "no-object"),
        ({}, "no-events"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_as_a_whole(content: object, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_request(body(content), NOW)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no-json"),
        (b"\xff\xfe", "no-json"),
        (b'{"v":NaN}', "no-json"),
        (b'{"v":1', "no-json"),
        (b"[" * 60_000, "no-json"),
        (b'{"v":' + b"9" * 10_000 + b"}", "no-json"),
        (b" " * 65_537, "too-large"),
    ],
)
def test_a_body_that_is_no_json_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_request(raw, NOW)
