"""Records on a Kinesis stream: whole, by session, or not put and said so."""

from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from mlew.adapters.clients import Clients
from mlew.adapters.event_stream import KinesisEventStream
from mlew.domain.click_record import ClickEvent, ClickRecord
from mlew.errors import StoreUnavailable

RECORD = ClickRecord(
    tenant="tenant-a",
    mock="abcdefgh12345678",
    session="session-1",
    arrived=1_790_000_000_000,
    events=(ClickEvent(n=1, at=1, kind="comment", value="使いやすい 😀"),),
)


@pytest.fixture
def session() -> Iterator[boto3.Session]:
    with mock_aws():
        session = boto3.Session("test", "test", region_name="ap-northeast-1")
        session.client("kinesis").create_stream(StreamName="events", ShardCount=1)
        yield session


def test_a_record_is_read_as_it_was_put(session: boto3.Session) -> None:
    client = Clients(session).kinesis()
    KinesisEventStream(client, "events").put(RECORD)
    (shard,) = client.describe_stream(StreamName="events")["StreamDescription"]["Shards"]
    place = client.get_shard_iterator(StreamName="events", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")[
        "ShardIterator"
    ]
    (found,) = client.get_records(ShardIterator=place)["Records"]
    assert found["PartitionKey"] == "session-1"
    assert ClickRecord.model_validate_json(found["Data"]) == RECORD


def test_a_record_that_could_not_be_put_is_to_be_sent_again(session: boto3.Session) -> None:
    with pytest.raises(StoreUnavailable):
        KinesisEventStream(Clients(session).kinesis(), "gone").put(RECORD)
