"""What a delivered batch comes to, with records in it that nobody can read, a broken queue, an archive."""

from base64 import b64decode, b64encode
from random import Random
from types import SimpleNamespace

import boto3
import pytest
from moto import mock_aws

from handlers import count_events
from mlew.adapters.bucket import Bucket
from mlew.adapters.clients import Clients
from mlew.adapters.event_archive import S3EventArchive
from mlew.domain.click_record import ClickEvent, ClickRecord
from mlew.domain.delivered import Delivered
from mlew.errors import StoreUnavailable
from mlew.ports.refused_records import RefusedRecord, RefusedRecords
from mlew.services.counting_events import CountingEvents
from mlew.services.replaying import replay
from mlew.services.stream_batches import Raw, StreamBatches
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.test_exactly_once import assert_true
from tests.unit.metrics.traffic import MOCK, NOON, TENANT, event, record, requests, tracking


class Refusals(RefusedRecords):
    def __init__(self, *, broken: bool = False) -> None:
        self.kept: list[RefusedRecord] = []
        self.broken = broken

    def put(self, record: RefusedRecord) -> None:
        if self.broken:
            raise StoreUnavailable("busy")
        self.kept.append(record)


def batches(store: InMemoryVisitStore, refusals: Refusals, archive: S3EventArchive | None = None) -> StreamBatches:
    return StreamBatches(TENANT, CountingEvents(store, tracking()), refusals, archive)


def raws(*records: ClickRecord | bytes) -> list[Raw]:
    as_bytes = (one if isinstance(one, bytes) else one.to_bytes() for one in records)
    return [Raw(sequence, data) for sequence, data in enumerate(as_bytes, start=1)]


GOOD = record("session-1", event(1, NOON)), record("session-2", event(1, NOON))
STRANGERS = record("session-3", event(1, NOON)).model_copy(update={"tenant": "other"})
LATE = record("session-4", event(1, NOON)).model_copy(update={"arrived": 10**17})


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"\xff\x00", "record: json_invalid"),
        (b"[]", "record: model_type"),
        (b'{"tenant":"orchard","mock":"secret words","session":"session-1","arrived":1}', "mock: string_pattern"),
        (STRANGERS.to_bytes(), "another tenant"),
        (LATE.to_bytes(), "arrived too late"),
        (b"[" * 100_000, "record: json_invalid"),
    ],
)
def test_what_cannot_be_read_is_put_aside_with_its_reason_and_holds_up_nobody(bad: bytes, reason: str) -> None:
    store, refusals = InMemoryVisitStore(), Refusals()
    taken = batches(store, refusals).take("0", raws(GOOD[0], bad, GOOD[1]))
    assert (taken.counted, taken.refused, taken.failed) == (2, 1, None)
    assert_true(store, GOOD)
    (kept,) = refusals.kept
    assert kept.reason.startswith(reason)
    assert "secret" not in kept.reason
    assert b64decode(kept.data) == bad


def test_when_it_cannot_be_put_aside_either_the_batch_comes_again_from_there() -> None:
    store, refusals = InMemoryVisitStore(), Refusals(broken=True)
    service = batches(store, refusals)
    batch = raws(GOOD[0], b"bad", GOOD[1])
    assert service.take("0", batch).failed == 2
    assert_true(store, GOOD[:1])
    refusals.broken = False
    assert service.take("0", batch[1:]).failed is None
    assert_true(store, GOOD)


def test_a_session_that_the_table_does_not_take_comes_again_with_all_that_follows() -> None:
    class Full(InMemoryVisitStore):
        full = True

        def before(self, method: str) -> None:
            if self.full and method == "some_sessions":
                raise StoreUnavailable("busy")

    store = Full()
    service = batches(store, Refusals())
    assert service.take("0", raws(*GOOD)).failed == 1
    store.full = False
    assert service.take("0", raws(*GOOD)).failed is None
    assert_true(store, GOOD)


def test_numbers_made_anew_from_the_archive_are_the_same() -> None:
    with mock_aws():
        session = boto3.Session("test", "test", region_name="us-east-1")
        session.client("s3").create_bucket(Bucket="archive")
        archive = S3EventArchive(Bucket(Clients(session), "archive"), TENANT)
        store, refusals = InMemoryVisitStore(), Refusals()
        service, random = batches(store, refusals, archive), Random(5)
        records = requests(random, 20)
        batch = raws(*records)
        for start in range(0, len(batch), 6):
            service.take("0", batch[start : start + 9])  # batches overlap, as after a redelivery
        before = store.contributions[MOCK], store.sessions(MOCK, limit=1000)[0], store.comments[MOCK]
        assert_true(store, records)
        for run in ("first", "again"):
            told = replay(MOCK, run, store=store, tracking=tracking(), archive=archive)
            assert told.requests == sum(one.mock == MOCK for one in records)
            assert_true(store, records)
            assert store.comments[MOCK] == before[2]
            for then, now in zip(before[1], store.sessions(MOCK, limit=1000)[0], strict=True):
                assert (then.counts, then.steps, then.elements, then.answers) == (
                    now.counts,
                    now.steps,
                    now.elements,
                    now.answers,
                )
    nonzero = {k: {n: v for n, v in c.items() if v} for k, c in before[0].items()}
    assert {k: c for k, c in nonzero.items() if c} == {
        k: kept for k, c in store.contributions[MOCK].items() if (kept := {n: v for n, v in c.items() if v})
    }


def test_any_line_end_in_a_comment_survives_the_archive() -> None:
    said = record("session-u1", ClickEvent(n=1, at=NOON, kind="comment", value="one\u2028two\x85three\nfour"))
    with mock_aws():
        session = boto3.Session("test", "test", region_name="us-east-1")
        session.client("s3").create_bucket(Bucket="archive")
        archive = S3EventArchive(Bucket(Clients(session), "archive"), TENANT)
        archive.put("events.0", [Delivered(7, said)])
        assert list(archive.read("events.0")) == [Delivered(7, said)]


def test_the_function_answers_where_the_stream_goes_on_from(monkeypatch: pytest.MonkeyPatch) -> None:
    store, refusals = InMemoryVisitStore(), Refusals(broken=True)
    service = batches(store, refusals)
    monkeypatch.setattr(count_events, "_batches", lambda: service)
    context = SimpleNamespace(aws_request_id="r-1")
    delivered = [
        {
            "eventID": f"shardId-000000000012:000{n}",
            "eventSourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/events",
            "kinesis": {"sequenceNumber": f"000{n}", "data": b64encode(data).decode()},
        }
        for n, data in raws(GOOD[0], b"bad", GOOD[1])
    ]
    answer = count_events.handler({"Records": delivered}, context)  # type: ignore[arg-type]
    assert answer == {"batchItemFailures": [{"itemIdentifier": "0002"}]}
    assert count_events.handler({"Records": delivered[:1]}, context) == {"batchItemFailures": []}  # type: ignore[arg-type]
    assert_true(store, GOOD[:1])
    assert store.watermark("events.12") == 1
