"""A walk through a published mock tells the numbers what its pages would tell."""

import json
from typing import Any

import pytest

from mlew.domain.mock_spec import MockSpec
from mlew.errors import NotFound, StoreUnavailable
from mlew.metrics.wire import read_request
from mlew.mocks import Tracking, render_site
from mlew.services.trying_mocks import Walk, walk, way_of
from tests.mocks.samples import sample
from tests.unit.services.mocks.workbench import MockBench, page

NOW = 1_790_000_000_000
KEY = "k" * 32


@pytest.fixture
def bench() -> MockBench:
    bench = MockBench()
    bench.publish(render_site(sample("en"), Tracking(key=KEY, endpoint="/v1/events"), rehearsed=True))
    return bench


def walked(bench: MockBench, stays: float, **said: Any) -> list[dict[str, Any]]:
    taken = Walk(session="simulated-1", code="abcdefghij", pages=way_of(sample("en"), stays), seconds=20,
                 answers=said.get("answers", {}), comment=said.get("comment", ""))  # fmt: skip
    visitor, address = bench.hosting.visitor, bench.hosting.ports.address(bench.mock)
    accepted = walk(visitor, address, taken, NOW)
    events = [event for _, body in visitor.posted for event in json.loads(body)["e"]]
    assert accepted == len(events)
    return events


def names(events: list[dict[str, Any]], kind: str) -> list[str]:
    return [event.get("x", "") for event in events if event["y"] == kind]


def screens(spec: MockSpec) -> list[str]:
    return [path.removeprefix("s/").strip("/") for path in way_of(spec, 1) if path.startswith("s/")]


def test_whoever_stays_passes_every_screen_and_is_done(bench: MockBench) -> None:
    events = walked(bench, 1, answers={"solved": "yes", "use": "yes"}, comment="Fine")
    assert names(events, "step") == ["start", *screens(sample("en")), "done"]
    assert [(e["x"], e["w"]) for e in events if e["y"] == "answer"] == [("solved", "yes"), ("use", "yes")]
    assert [e["w"] for e in events if e["y"] == "comment"] == ["Fine"]
    assert [e["n"] for e in events] == list(range(1, len(events) + 1))
    times = [e["t"] for e in events]
    assert times == sorted(times)
    assert times[-1] == NOW


def test_whoever_leaves_sees_no_result(bench: MockBench) -> None:
    events = walked(bench, 0.3)
    assert "done" not in names(events, "step")
    assert names(events, "step")[0] == "start"
    assert events[-1]["u"].endswith("/leave/")
    assert names(events, "click")[-1] == "end-trial"


def test_the_intake_takes_every_event(bench: MockBench) -> None:
    walked(bench, 1, answers={"use": "no"})
    for _, body in bench.hosting.visitor.posted:
        delivery = read_request(body, NOW)
        assert delivery.key == KEY
        assert delivery.refused == []
        assert all(not event.corrected for visit in delivery.visits for event in visit.events)


def test_elements_are_those_of_the_pages(bench: MockBench) -> None:
    clicks = names(walked(bench, 1), "click")
    assert clicks[0].startswith("start-")
    assert all(name.endswith(f"-{screen}") for name, screen in zip(clicks[1:], [*screens(sample("en"))[1:], "finish"],
               strict=True))  # fmt: skip


def test_a_page_that_counts_nothing_is_no_mock(bench: MockBench) -> None:
    bench.publish((page("index.html"),))
    with pytest.raises(NotFound, match="counts nothing"):
        walked(bench, 1)


def test_events_that_are_not_taken_are_told(bench: MockBench) -> None:
    bench.hosting.visitor.takes = 403
    with pytest.raises(StoreUnavailable, match="answered with 403"):
        walked(bench, 1)
