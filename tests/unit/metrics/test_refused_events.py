"""Every bad event is counted as refused, once, whether or not it has a number or an id to be known by."""

from typing import Any

import pytest

from mlew.domain.click_record import ClickRecord
from mlew.metrics.wire import read_request
from tests.unit.metrics.posts import NOW, body, event, sdk, sdk_event, tracker
from tests.unit.metrics.test_reading import SHOP, counted
from tests.unit.metrics.traffic import MOCK, TENANT

NO_NUMBER = tracker(event(1), event(0), "no event", "no event", event(2, "hover"))
NO_ID = sdk(sdk_event("a.1"), sdk_event(""), sdk_event("a.2", kind="hover"), sdk_event("a.3", sessionId="?"))


def records(*contents: Any) -> list[ClickRecord]:
    """As the intake puts requests on the stream."""
    visits = [visit for content in contents for visit in read_request(body(content), NOW).visits]
    told = {"tenant": TENANT, "mock": MOCK, "arrived": NOW}
    return [
        ClickRecord.model_validate({**told, "session": v.session, "events": v.events, "refused": v.refused})
        for v in visits
    ]


def total(*contents: Any) -> tuple[int, int]:
    """Events and refused ones."""
    found = counted(*records(*contents))[1].summary(SHOP).total
    return found.events, found.refused


@pytest.mark.parametrize(("request_", "expected"), [(NO_NUMBER, (1, 4)), (NO_ID, (1, 3))])
def test_events_that_nothing_tells_apart_are_counted_and_a_request_that_comes_again_is_one(
    request_: Any, expected: tuple[int, int]
) -> None:
    assert total(request_) == expected
    assert total(request_, request_) == expected


def test_the_same_bad_event_in_another_request_is_another_one() -> None:
    assert total(tracker(event(1), "no event"), tracker(event(2), "no event")) == (2, 2)


def test_what_is_sent_twice_in_a_request_has_come_and_is_not_refused() -> None:
    assert total(tracker(event(1), event(1))) == (1, 0)


def test_where_every_event_was_refused_there_is_no_session_but_the_refusals_count() -> None:
    reading = counted(*records(tracker(event(1, "hover"))))[1]
    found = reading.summary(SHOP)
    assert (found.total.refused, found.total.sessions, found.total.visitors) == (1, 0, 0)
    assert found.populations == ()
    assert reading.sessions(SHOP).lines == ()


def test_refusals_stay_when_the_session_begins_later() -> None:
    reading = counted(*records(tracker(event(1, "hover")), tracker(event(2))))[1]
    found = reading.summary(SHOP).total
    assert (found.refused, found.sessions, found.events, found.lost) == (1, 1, 1, 0)
    assert [line.events for line in reading.sessions(SHOP).lines] == [1]
