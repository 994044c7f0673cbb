"""The intake: who is let in, what is put on the stream, and what the sender is told."""

from typing import Any

import pytest

from mlew.services.key_cache import KNOWN_SECONDS, UNKNOWN_SECONDS, KeyCache
from mlew.services.request_rate import BURST, PER_SECOND, RequestRate
from mlew.services.taking_events import Posted, Taken, TakingEvents
from tests.fakes.event_stream import InMemoryEventStream
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.unit.metrics.posts import NOW, SESSION, body, event, sdk, sdk_event, tracker

MOCK = "abcdefgh12345678"
KEY = "key-of-a-mock"
BROWSER = {"user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0"}


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Intake:
    """An intake with everything around it."""

    def __init__(self) -> None:
        self.keys, self.stream, self.clock = InMemoryTrackingKeys(), InMemoryEventStream(), Clock()
        self.keys.add_key(KEY, MOCK, "Asia/Tokyo", ["start"])
        self.taking = TakingEvents("tenant-a", self.keys, self.stream, self.clock)

    def post(self, content: Any, **headers: str) -> Taken:
        raw = content if isinstance(content, bytes) else body(content)
        return self.taking.take(Posted(raw, {**BROWSER, **headers}, NOW))


@pytest.fixture
def intake() -> Intake:
    return Intake()


def test_one_request_is_one_record(intake: Intake) -> None:
    taken = intake.post(tracker(event(1, "view"), event(2), c="ab12cd34ef"))
    assert taken == Taken(202, {"accepted": 2, "refused": []})
    (record,) = intake.stream.records
    assert (record.tenant, record.mock, record.session, record.code) == ("tenant-a", MOCK, SESSION, "ab12cd34ef")
    assert (record.agent, record.source, record.arrived) == ("person", "tracker", NOW)
    assert [e.n for e in record.events] == [1, 2]


def test_a_bad_event_among_five_is_refused_alone(intake: Intake) -> None:
    taken = intake.post(tracker(*(event(n) for n in range(1, 5)), event(5, "scroll")))
    assert taken == Taken(202, {"accepted": 4, "refused": [{"n": 5, "reason": "kind"}]})
    assert [r.n for r in intake.stream.records[0].refused] == [5]


def test_a_request_of_bad_events_only_still_accounts_for_their_numbers(intake: Intake) -> None:
    assert intake.post(tracker(event(3, "scroll"))).status == 202
    (record,) = intake.stream.records
    assert not record.events and record.refused[0].n == 3


def test_a_request_all_of_which_is_refused_tells_the_counting_so(intake: Intake) -> None:
    assert intake.post(tracker(5)) == Taken(202, {"accepted": 0, "refused": [{"n": 0, "reason": "number"}]})
    (told,) = intake.stream.records
    assert (told.events, [one.reason for one in told.refused]) == ((), ["number"])


def test_a_request_without_any_session_puts_nothing(intake: Intake) -> None:
    assert intake.post(sdk(sdk_event(sessionId="?"), apiKey=KEY)).content["accepted"] == 0
    assert not intake.stream.records


def test_the_key_may_stand_in_the_header(intake: Intake) -> None:
    assert intake.post(sdk(sdk_event()), **{"x-api-key": KEY}).status == 202
    assert intake.post(sdk(sdk_event(), apiKey=KEY)).status == 202
    assert {r.source for r in intake.stream.records} == {"sdk"}


@pytest.mark.parametrize("key", ["", "another", "x" * 500, "ключ", "\ud83d"])
def test_an_unknown_key_is_refused(intake: Intake, key: str) -> None:
    assert intake.post(tracker(event(1), k=key)) == Taken(401, {"error": "unknown-key"})
    assert not intake.stream.records


def test_a_revoked_key_is_refused_within_a_minute(intake: Intake) -> None:
    assert intake.post(tracker(event(1))).status == 202
    intake.keys.revoke_key(KEY)
    intake.clock.now += KNOWN_SECONDS
    assert intake.post(tracker(event(2))).status == 401


def test_what_is_not_on_the_stream_shall_be_sent_again(intake: Intake) -> None:
    intake.stream.failing = 1
    assert intake.post(tracker(event(1))) == Taken(503, {"error": "send-again"})
    assert intake.post(tracker(event(1))).status == 202


def test_half_a_batch_on_the_stream_is_all_sent_again(intake: Intake) -> None:
    batch = sdk(sdk_event("a"), sdk_event("b", sessionId="another-session"), apiKey=KEY)
    intake.stream.failing_session = "another-session"
    assert intake.post(batch).status == 503


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"", 400), (b"[]", 400), (b"x" * 70_000, 413), (body(tracker(*(event(n) for n in range(1, 300)))), 413)],
)
def test_what_cannot_be_read_is_never_to_be_sent_again(intake: Intake, content: bytes, status: int) -> None:
    assert intake.post(content).status == status


def test_programs_are_marked_and_not_turned_away(intake: Intake) -> None:
    intake.post(tracker(event(1)), **{"user-agent": "curl/8"})
    intake.post(tracker(event(2)), **{"sec-purpose": "prefetch"})
    assert [r.agent for r in intake.stream.records] == ["bot", "prefetch"]


def test_too_many_requests_of_a_mock_are_turned_away_for_a_while(intake: Intake) -> None:
    answers = [intake.post(tracker(event(n + 1))).status for n in range(BURST + 1)]
    assert answers == [202] * BURST + [429]
    intake.clock.now += 2 / PER_SECOND
    assert intake.post(tracker(event(999))).status == 202


def test_another_mock_is_not_held_up_by_one_that_asks_too_much() -> None:
    rate = RequestRate(Clock())
    while rate.admits("one"):
        pass
    assert rate.admits("another")


def test_a_key_is_looked_up_once_a_minute() -> None:
    class Counting(InMemoryTrackingKeys):
        asked = 0

        def mock_of(self, key: str) -> str | None:
            self.asked += 1
            return super().mock_of(key)

    keys, clock = Counting(), Clock()
    cache = KeyCache(keys, clock)
    assert cache.mock_of(KEY) is None and cache.mock_of(KEY) is None and keys.asked == 1
    keys.add_key(KEY, MOCK, "Asia/Tokyo", [])
    clock.now += UNKNOWN_SECONDS
    assert cache.mock_of(KEY) == MOCK and cache.mock_of(KEY) == MOCK and keys.asked == 2
