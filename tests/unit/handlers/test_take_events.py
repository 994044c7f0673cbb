"""The intake as API Gateway calls it: whatever comes, JSON goes back, and nothing of it into the log."""

import base64
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from handlers import take_events
from mlew.intake_settings import IntakeSettings
from mlew.services.taking_events import TakingEvents
from tests.fakes.event_stream import InMemoryEventStream
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.unit.metrics.posts import body, event, tracker

KEY = "key-of-a-mock"


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> InMemoryEventStream:
    keys, stream = InMemoryTrackingKeys(), InMemoryEventStream()
    keys.add_key(KEY, "abcdefgh12345678", "Asia/Tokyo", [])
    monkeypatch.setattr(take_events, "_intake", lambda: TakingEvents("tenant-a", keys, stream, lambda: 1.0))
    return stream


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    forget = take_events._intake.cache_clear
    forget()
    yield
    forget()


def request(content: bytes, path: str = "/v1/events", **changes: Any) -> dict[str, Any]:
    return {
        "version": "2.0",
        "rawPath": path,
        "headers": {"content-type": "text/plain;charset=UTF-8", "user-agent": "Mozilla/5.0 Chrome/140.0"},
        "requestContext": {"http": {"method": "POST", "path": path, "sourceIp": "192.0.2.7"}},
        "body": content.decode(),
        "isBase64Encoded": False,
        **changes,
    }


def called(given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = take_events.handler(given, None)
    assert answer["headers"]["content-type"] == "application/json"
    return answer["statusCode"], json.loads(answer["body"])


@pytest.mark.parametrize("path", ["/v1/events", "//v1/events", "/v1/events/", "/v1//events//"])
def test_slashes_do_not_matter(stream: InMemoryEventStream, path: str) -> None:
    assert called(request(body(tracker(event(1))), path)) == (202, {"accepted": 1, "refused": []})
    assert len(stream.records) == 1


def test_a_body_may_come_in_base64(stream: InMemoryEventStream) -> None:
    encoded = base64.b64encode(body(tracker(event(1)))).decode()
    assert called(request(b"", body=encoded, isBase64Encoded=True))[0] == 202


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/events/more", "/v2/events", ""])
def test_other_paths_are_not_there(stream: InMemoryEventStream, path: str) -> None:
    assert called(request(body(tracker(event(1))), path))[0] == 404
    assert not stream.records


@pytest.mark.parametrize(
    "given",
    [
        request(b"", body=None),
        request(b"", body="\ud83d"),
        request(b"", body="a", isBase64Encoded=True),
        request(b"{}", headers=None),
    ],
)
def test_what_cannot_be_read_is_the_senders_fault(stream: InMemoryEventStream, given: dict[str, Any]) -> None:
    assert called(given)[0] == 400


@pytest.mark.parametrize("given", [{}, {"rawPath": "/v1/events", "body": 5}, {"rawPath": "/v1/events", "headers": 5}])
def test_events_of_another_shape_raise_nothing(stream: InMemoryEventStream, given: dict[str, Any]) -> None:
    assert called(given)[0] in (400, 404, 503)


def test_turned_off_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = IntakeSettings(tenant="tenant-a", metrics_table="numbers")
    for name, value in settings.to_environment().items():
        monkeypatch.setenv(name, value)
    assert called(request(body(tracker(event(1))))) == (410, {"error": "intake-off"})


def test_without_settings_the_sender_keeps_its_events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MLEW_TENANT", raising=False)
    assert called(request(body(tracker(event(1))))) == (503, {"error": "send-again"})


def test_nothing_of_a_request_is_logged(monkeypatch: pytest.MonkeyPatch, stream: InMemoryEventStream) -> None:
    log = io.StringIO()
    (writer,) = take_events.logger.handlers
    assert isinstance(writer, logging.StreamHandler)
    monkeypatch.setattr(writer, "stream", log)

    def broken(_record: object) -> None:
        raise RuntimeError("secret-of-a-person")

    monkeypatch.setattr(stream, "put", broken)
    given = request(body(tracker(event(1, "comment", w="my-words"))))
    assert called(given) == (503, {"error": "send-again"})
    said = log.getvalue()
    assert "RuntimeError" in said
    for secret in ("secret-of-a-person", "my-words", KEY, "192.0.2.7", "Mozilla"):
        assert secret not in said
