import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

import boto3
import pytest

from infra.embedded.endpoint import Endpoint
from mlew.adapters.clients import Clients
from mlew.adapters.metrics_reader import DynamoMetricsReader
from mlew.adapters.table import Table
from mlew.adapters.visit_store import DynamoVisitStore
from mlew.domain.delivered import Delivered
from mlew.domain.tally import Entry, Names, Rollup, Session, Visitor
from mlew.domain.voice import Voice
from mlew.errors import InputError
from mlew.metrics.buckets import rollup_key
from mlew.ports.metrics_reader import MetricsReader
from mlew.ports.visit_store import MOST_ROLLUPS, VisitStore
from mlew.services.counting_events import CountingEvents
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.traffic import MOCK, NOON, OTHER_MOCK, requests, tracking

EARLY = datetime(2026, 5, 1, 10, 0, tzinfo=UTC)
KEYS = [f"2026-05-01T10:{minute:02d}Z#open" for minute in (0, 15, 30)]
FULL = Session(
    id="session-1",
    kind="preview",
    population="external",
    visitor="tester0001",
    first=NOON,
    last=NOON + 5,
    high=9,
    gaps=[(1, 2), (5, 5)],
    given_up=3,
    tried=NOON - 9,
    seen=["abcdefgh", "-_345678"],
    counts={"e": 4},
    elements={0: 1, 7: 2},
    steps=[1, 3, 2],
    answers={"use": (NOON, "yes")},
    entries=[Entry("0", 10**56, {KEYS[0]: {"s": 1, "e": -4}})],
)


class Side(NamedTuple):
    write: VisitStore
    read: MetricsReader


def sides_on(session: boto3.Session) -> Callable[[str], Side]:
    name = f"contract-{uuid.uuid4().hex[:12]}"
    session.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
    )
    table = Table(Clients(session), name)
    return lambda tenant: Side(DynamoVisitStore(table, tenant), DynamoMetricsReader(table, tenant))


def in_memory(_: str) -> Side:
    store = InMemoryVisitStore()
    return Side(store, store)


@pytest.fixture(scope="module", params=["memory", "moto", pytest.param("embedded", marks=pytest.mark.embedded)])
def sides(request: pytest.FixtureRequest) -> Callable[[str], Side]:
    if request.param == "memory":
        return in_memory
    if request.param == "moto":
        return sides_on(request.getfixturevalue("moto_session"))
    endpoint: Endpoint = request.getfixturevalue("embedded_aws")
    return sides_on(endpoint.session())


@pytest.fixture
def side(sides: Callable[[str], Side], tenant: str) -> Side:
    return sides(tenant)


def test_a_session_comes_back_as_it_was(side: Side) -> None:
    assert side.write.some_sessions(MOCK, ["session-1"]) == {}
    assert side.write.save(MOCK, [FULL]).lost == frozenset()
    assert side.write.some_sessions(MOCK, ["session-1", "session-2"]) == {"session-1": FULL}
    assert FULL.version == 1
    FULL.version = 0


def test_an_empty_session_and_a_visitor_come_back(side: Side) -> None:
    empty = Session(id="session-2", kind="person", population="open", visitor="", first=0, last=0)
    visitor = Visitor("tester0001", "internal", NOON, [1], {"solved": (NOON, "no")}, [Entry("1", 5, {})])
    side.write.save(MOCK, [empty, visitor])
    assert side.write.some_sessions(MOCK, ["session-2"]) == {"session-2": empty}
    assert side.write.some_visitors(MOCK, ["tester0001"]) == {"tester0001": visitor}
    assert side.write.some_visitors(OTHER_MOCK, ["tester0001"]) == {}


def test_who_writes_second_has_lost_and_the_others_have_not(side: Side) -> None:
    one, same, other = (Visitor(name, "open", NOON) for name in ("tester0001", "tester0001", "tester0002"))
    side.write.save(MOCK, [one])
    assert side.write.save(MOCK, [same, other]).lost == {"tester0001"}
    assert same.version == 0
    one.steps.append(1)
    assert not side.write.save(MOCK, [one]).lost
    stale = Visitor("tester0001", "open", NOON, version=1)
    assert side.write.save(MOCK, [stale]).lost == {"tester0001"}
    assert side.write.some_visitors(MOCK, ["tester0001"])["tester0001"].steps == [1]


def test_more_sessions_than_one_request_of_the_table_takes(side: Side) -> None:
    many = [Session(f"session-{n:04d}", "person", "open", "", NOON, NOON) for n in range(230)]
    side.write.save(MOCK, many)
    assert len(side.write.some_sessions(MOCK, [one.id for one in many])) == 230
    found, cursor = side.read.sessions(MOCK, limit=200)
    more, end = side.read.sessions(MOCK, cursor, limit=200)
    assert [one.id for one in (*found, *more)] == [one.id for one in many]
    assert end == ""


def test_the_watermark_and_the_rollups_move_together_or_not_at_all(side: Side) -> None:
    assert side.write.watermark("0") == 0
    big = 10**55 + 1
    assert side.write.settle("0", was=0, upto=big, deltas={MOCK: {KEYS[0]: {"s": 2, "e": 5}}})
    assert not side.write.settle("0", was=0, upto=big + 1, deltas={MOCK: {KEYS[0]: {"s": 9}}})
    assert not side.write.settle("0", was=7, upto=big + 1, deltas={})
    assert side.write.settle("0", was=big, upto=big + 1, deltas={MOCK: {KEYS[0]: {"s": -1, "e": 0}, KEYS[1]: {"s": 1}}})
    assert side.write.settle("0", was=big + 1, upto=big + 2, deltas={})
    assert side.write.watermark("0") == big + 2
    assert side.write.watermark("1") == 0
    assert side.read.rollups(MOCK) == [Rollup(KEYS[0], {"s": 1, "e": 5}), Rollup(KEYS[1], {"s": 1})]


def test_as_many_rollups_as_one_transaction_may_hold(side: Side) -> None:
    keys = [rollup_key(NOON + n * 900_000, "open") for n in range(MOST_ROLLUPS)]
    wide = {f"k{n}": n + 1 for n in range(100)}
    assert side.write.settle("0", was=0, upto=1, deltas={MOCK: dict.fromkeys(keys, wide)})
    assert [one.counts for one in side.read.rollups(MOCK)] == [wide] * MOST_ROLLUPS


def test_rollups_of_a_period(side: Side) -> None:
    deltas = {key: {"s": 1} for key in KEYS}
    side.write.settle("0", was=0, upto=1, deltas={MOCK: deltas})
    found = side.read.rollups(MOCK, EARLY.replace(minute=15), EARLY.replace(minute=30))
    assert [one.key for one in found] == [KEYS[1]]
    assert [one.key for one in side.read.rollups(MOCK, EARLY.replace(minute=1))] == KEYS[1:]
    assert side.read.rollups(OTHER_MOCK) == []


def test_names_are_stored_by_who_saw_the_last_ones(side: Side) -> None:
    assert side.write.names(MOCK) is None
    assert side.write.save_names(MOCK, Names(("start",), ('買う"#', ""), 0))
    assert not side.write.save_names(MOCK, Names(("other",), (), 0))
    assert side.read.names(MOCK) == Names(("start",), ('買う"#', ""), 1)
    assert side.write.save_names(MOCK, Names(("start", "done"), ('買う"#', ""), 1))
    assert side.write.names(MOCK) == Names(("start", "done"), ('買う"#', ""), 2)


def test_comments_come_in_order_by_page_and_each_once(side: Side) -> None:
    def said(at: int, event: str) -> Voice:
        return Voice(at=NOON + at, session="session-1", event=event, population="open", text="良かった\n=1+1")

    side.write.add_voices(MOCK, [said(5, "2"), said(1, "1"), said(5, "2"), said(9, "abcd-_12")])
    page, cursor = side.read.voices(MOCK, limit=2)
    rest, end = side.read.voices(MOCK, cursor, limit=2)
    assert [*page, *rest] == [said(1, "1"), said(5, "2"), said(9, "abcd-_12")]
    assert end == ""


def test_a_forgotten_mock_leaves_its_names_and_the_others_alone(side: Side) -> None:
    for mock in (MOCK, OTHER_MOCK):
        side.write.save(mock, [Session("session-1", "person", "open", "", NOON, NOON), Visitor("v", "open", NOON)])
        side.write.add_voices(mock, [Voice(at=NOON, session="s", event="1", population="open", text="x")])
        side.write.save_names(mock, Names(("start",)))
    side.write.settle("0", was=0, upto=1, deltas={mock: {KEYS[0]: {"s": 1}} for mock in (MOCK, OTHER_MOCK)})
    side.write.forget(MOCK)
    assert side.read.sessions(MOCK) == ([], "")
    assert side.read.voices(MOCK) == ([], "")
    assert side.read.rollups(MOCK) == []
    assert side.write.some_visitors(MOCK, ["v"]) == {}
    assert side.read.names(MOCK) == Names(("start",), (), 1)
    assert len(side.read.sessions(OTHER_MOCK)[0]) == len(side.read.rollups(OTHER_MOCK)) == 1


def test_a_page_of_nothing_is_refused(side: Side) -> None:
    with pytest.raises(InputError):
        side.read.sessions(MOCK, limit=0)


def test_counting_gives_the_same_as_in_memory(side: Side) -> None:
    records = requests(Random(7), 12)
    reference = InMemoryVisitStore()
    for store in (side.write, reference):
        counting = CountingEvents(store, tracking())
        batch = [Delivered(n, record) for n, record in enumerate(records, start=1)]
        for start in range(0, len(batch), 5):
            assert counting.count("0", batch[start : start + 7]) is None
    assert nonzero(side.read.rollups(MOCK)) == nonzero(reference.rollups(MOCK))
    assert side.read.sessions(MOCK)[0] == reference.sessions(MOCK)[0]
    assert side.read.voices(MOCK) == reference.voices(MOCK)


def nonzero(rollups: list[Rollup]) -> dict[str, dict[str, int]]:
    kept = {one.key: {name: value for name, value in one.counts.items() if value} for one in rollups}
    return {key: counts for key, counts in kept.items() if counts}
