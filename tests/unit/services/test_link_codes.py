"""Codes of links, looked up together and remembered."""

from collections.abc import Iterable
from random import Random

import pytest

from mlew.domain.delivered import Delivered
from mlew.ports.tracking import TrackedLink
from mlew.services.counting_events import CountingEvents
from mlew.services.link_codes import UNKNOWN_SECONDS, LinkCodes
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.traffic import MOCK, NOON, event, record

OWN, SHARED, MADE_UP = "own0000001", "shared0001", "madeup0001"


class Asked(InMemoryTrackingKeys):
    """`asked`: codes of each request."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[str]] = []

    def some_links(self, mock_id: str, codes: Iterable[str]) -> dict[str, TrackedLink]:
        self.asked.append(list(codes))
        return super().some_links(mock_id, self.asked[-1])


@pytest.fixture
def keys() -> Asked:
    made = Asked()
    made.add_links(MOCK, [TrackedLink(OWN, "external", True), TrackedLink(SHARED, "internal", False)])
    return made


def test_codes_are_looked_up_together_and_known_ones_once(keys: Asked) -> None:
    links = LinkCodes(keys, lambda: 0.0)
    told = links.visitors(MOCK, ["", OWN, SHARED, OWN])
    assert told == {"": ("open", ""), OWN: ("external", OWN), SHARED: ("internal", "")}
    assert links.visitors(MOCK, [OWN, SHARED, ""]) == told
    assert keys.asked == [sorted([OWN, SHARED])]


def test_a_code_that_nobody_knows_is_asked_for_again_later(keys: Asked) -> None:
    now = 100.0
    links = LinkCodes(keys, lambda: now)
    for _ in range(3):
        assert links.visitors(MOCK, [MADE_UP]) == {MADE_UP: ("open", "")}
    assert len(keys.asked) == 1
    keys.add_links(MOCK, [TrackedLink(MADE_UP, "internal", False)])
    now += UNKNOWN_SECONDS
    assert links.visitors(MOCK, [MADE_UP]) == {MADE_UP: ("internal", "")}
    assert len(keys.asked) == 2


def test_codes_that_are_made_up_do_not_push_out_those_that_are_known(
    keys: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mlew.services.link_codes._MOST", 5)
    links = LinkCodes(keys, lambda: 0.0)
    links.visitors(MOCK, [OWN])
    for number in range(20):
        links.visitors(MOCK, [f"made{number:06d}", OWN])
    assert all(OWN not in asked for asked in keys.asked[1:])


def test_where_little_is_remembered_a_batch_of_many_codes_is_told_rightly(
    keys: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mlew.services.link_codes._MOST", 1)
    links = LinkCodes(keys, lambda: 0.0)
    links.visitors(MOCK, [OWN])
    assert links.visitors(MOCK, [OWN, SHARED]) == {OWN: ("external", OWN), SHARED: ("internal", "")}


def test_a_batch_asks_once_for_the_codes_of_all_sessions_that_are_new(keys: Asked) -> None:
    store, random = InMemoryVisitStore(), Random(1)
    counting = CountingEvents(store, keys, lambda: 0.0)
    codes = [f"{random.randrange(10**10):010d}" for _ in range(300)]
    first = [
        Delivered(number, record(f"session-{number}", event(1, NOON), code=code))
        for number, code in enumerate(codes, start=1)
    ]
    assert counting.count("0", first) is None
    assert [len(asked) for asked in keys.asked] == [300]
    again = CountingEvents(store, keys, lambda: 0.0)
    more = [
        Delivered(1000 + number, record(f"session-{number}", event(2, NOON + 1), code=code))
        for number, code in enumerate(codes, start=1)
    ]
    assert again.count("0", more) is None
    assert len(keys.asked) == 1  # sessions that are there keep what they began with
