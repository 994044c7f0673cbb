"""Whatever is posted, reading it never raises anything but a refusal, and what is kept can be stored and read again."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.click_record import ClickRecord
from mlew.metrics.delivery import Unreadable
from mlew.metrics.wire import read_request
from tests.unit.metrics.posts import NOW, SESSION

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
KINDS = st.sampled_from(["view", "click", "form", "time", "step", "answer", "comment", "custom"])


def nearly(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Mostly right, any field may be anything or missing."""
    return st.fixed_dictionaries({}, optional={name: field | anything for name, field in fields.items()})


tracker_events = nearly(
    n=st.integers(1, 9),
    t=st.integers(0, 2 * NOW),
    y=KINDS,
    x=st.text(),
    u=st.text(),
    w=st.text() | st.integers(),
    d=st.dictionaries(st.text(max_size=5), anything, max_size=20),
)
sdk_events = nearly(
    eventId=st.sampled_from([f"{SESSION}.3", "x", ""]) | st.text(),
    eventType=st.sampled_from(["click", "view", "custom"]),
    timestamp=st.integers(0, 2 * NOW),
    elementName=st.text(),
    page=st.text(),
    url=st.text() | st.just("https://example.com/?preview&t=ab12cd34ef"),
    sessionId=st.just(SESSION) | st.text(),
    properties=st.fixed_dictionaries({}, optional={"customEventType": KINDS | anything, "value": anything}) | anything,
)
trackers = nearly(
    v=st.just(1), k=st.text(), s=st.just(SESSION), c=st.text(), p=st.booleans(), t=st.integers(),
    e=st.lists(tracker_events | anything, max_size=6),
)  # fmt: skip
sdks = nearly(
    applicationId=st.text(), apiKey=st.text(), c=st.text(), t=st.integers(), events=st.lists(sdk_events, max_size=6)
)


def check(raw: bytes) -> None:
    with suppress(Unreadable):
        read = read_request(raw, NOW)
        for visit in read.visits:
            record = ClickRecord.model_construct(
                tenant="t", mock="a" * 16, session=visit.session, code=visit.code, preview=visit.preview, arrived=NOW,
                source=read.source, events=tuple(visit.events), refused=tuple(visit.refused),
            )  # fmt: skip
            assert ClickRecord.model_validate_json(record.to_bytes()) == record
        json.dumps(read.refused).encode()


@given(anything)
def test_any_json(content: object) -> None:
    check(json.dumps(content).encode())


@given(trackers)
def test_nearly_a_request_of_the_tracker(content: dict[str, Any]) -> None:
    check(json.dumps(content).encode())


@given(sdks)
def test_nearly_a_batch_of_the_sdk(content: dict[str, Any]) -> None:
    check(json.dumps(content).encode())


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    check(raw)
