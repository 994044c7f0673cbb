"""Batches of the MLEW SDK, and of what takes its place."""

from typing import Any

import pytest

from mlew.domain.click_record import ClickEvent, RefusedEvent
from mlew.metrics.wire import read_request
from tests.unit.metrics.posts import NOW, body, sdk, sdk_event

SESSION = "uakgb_J5m9g-0JDMbcJqL"


def only(content: Any) -> ClickEvent:
    (visit,) = read_request(body(content), NOW).visits
    (kept,) = visit.events
    return kept


def test_a_click_keeps_its_id_and_name() -> None:
    read = read_request(body(sdk(sdk_event(), apiKey="abcd")), NOW)
    (visit,) = read.visits
    assert (read.source, read.key, visit.session, visit.code, visit.preview) == ("sdk", "abcd", SESSION, "", False)
    assert visit.events == [
        ClickEvent(
            id="V1StGXR8_Z5jdHi6B-myT",
            at=NOW - 1000,
            kind="click",
            name="hero-get-started-button",
            page="/",
            details={"elementType": "button"},
        )
    ]


def test_nothing_of_the_person_is_kept() -> None:
    told = only(sdk(sdk_event(properties={"referrer": "https://a.example/?q=secret", "title": "x", "section": "hero"})))
    assert told.details == {"section": "hero"}
    assert "anonymous" not in told.model_dump_json() and "Mozilla" not in told.model_dump_json()


def test_ids_made_of_session_and_number_are_numbers() -> None:
    assert only(sdk(sdk_event(f"{SESSION}.12"))).n == 12


@pytest.mark.parametrize("event_id", [f"{SESSION}.0", f"{SESSION}.", f"{SESSION}.x", f"{SESSION}.²", "other.12"])
def test_other_ids_stand_for_themselves(event_id: str) -> None:
    kept = only(sdk(sdk_event(event_id)))
    assert (kept.n, kept.id) == (0, event_id)


@pytest.mark.parametrize(
    ("properties", "kind", "name", "value"),
    [
        ({"customEventType": "video", "length": 5}, "custom", "video", None),
        ({"customEventType": "form-submit", "formName": "order"}, "form", "order", None),
        ({"customEventType": "form", "name": "order"}, "form", "order", None),
        ({"customEventType": "step", "name": "done"}, "step", "done", None),
        ({"customEventType": "answer", "name": "use", "value": "yes"}, "answer", "use", "yes"),
        ({"customEventType": "comment", "value": "Fine"}, "comment", "", "Fine"),
        ({"customEventType": "time", "value": 1200}, "time", "", 1200),
    ],
)
def test_own_events_have_our_kinds(properties: dict[str, Any], kind: str, name: str, value: object) -> None:
    kept = only(sdk(sdk_event(kind="custom", elementName=None, properties=properties)))
    assert (kept.kind, kept.name, kept.value) == (kind, name, value)


def test_code_and_preview_are_found_in_the_address() -> None:
    page = sdk_event(url="https://mocks.example.com/?preview&t=ab12cd34ef", page=None)
    (visit,) = read_request(body(sdk(page)), NOW).visits
    assert (visit.code, visit.preview, visit.events[0].page) == ("ab12cd34ef", True, "/")


def test_the_requests_own_code_comes_first() -> None:
    page = sdk_event(url="https://mocks.example.com/?t=ab12cd34ef")
    assert read_request(body(sdk(page, c="zz12cd34ef", p=1)), NOW).visits[0].code == "zz12cd34ef"


def test_sessions_of_one_batch_are_told_apart() -> None:
    read = read_request(body(sdk(sdk_event("a"), sdk_event("b", sessionId="another-session"), sdk_event("c"))), NOW)
    assert {v.session: [e.id for e in v.events] for v in read.visits} == {SESSION: ["a", "c"], "another-session": ["b"]}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"eventId": None}, "id"),
        ({"eventId": "x" * 81}, "id"),
        ({"eventId": "a\nb"}, "id"),
        ({"eventId": 5}, "id"),
        ({"sessionId": "x"}, "session"),
        ({"sessionId": None}, "session"),
        ({"eventType": "scroll"}, "kind"),
        ({"eventType": "time"}, "kind"),
        ({"eventType": "custom", "properties": {}, "elementName": None}, "name"),
        ({"elementName": None}, "name"),
        ({"timestamp": "2026"}, "time"),
        ({"properties": []}, "details"),
        ({"url": "https://[bad", "timestamp": None}, "time"),
    ],
)
def test_a_bad_event_is_refused_and_the_others_are_kept(wrong: dict[str, Any], reason: str) -> None:
    read = read_request(body(sdk(sdk_event("a"), {**sdk_event("b"), **wrong}, sdk_event("c"))), NOW)
    assert [e.id for e in read.visits[0].events] == ["a", "c"]
    (told,) = read.refused
    assert told["reason"] == reason
    (heard,) = read.visits[0].refused
    nameless = reason in ("id", "session")
    assert heard == RefusedEvent(id=heard.id if nameless else "b", reason=reason)


def test_an_id_twice_in_a_batch_is_taken_once() -> None:
    read = read_request(body(sdk(sdk_event("a"), sdk_event("a"))), NOW)
    assert read.accepted == 1 and read.refused == [{"id": "a", "reason": "duplicate"}]


def test_more_sessions_than_a_tab_can_have_are_refused() -> None:
    read = read_request(body(sdk(*(sdk_event(f"e{i}", sessionId=f"session-{i}") for i in range(9)))), NOW)
    assert (len(read.visits), read.accepted) == (5, 5)
    assert {told["reason"] for told in read.refused} == {"too-many-sessions"}
