"""The stream as a Kinesis data stream."""

from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from mlew.adapters.aws_errors import setup_errors
from mlew.domain.click_record import ClickRecord
from mlew.errors import SetupError, StoreUnavailable
from mlew.ports.event_stream import EventStream

if TYPE_CHECKING:
    from types_boto3_kinesis import KinesisClient


class KinesisEventStream(EventStream):
    """One record for each put, sharded by session."""

    def __init__(self, client: "KinesisClient", name: str) -> None:
        """`name` of the stream."""
        self._client = client
        self._name = name

    def put(self, record: ClickRecord) -> None:
        try:
            with setup_errors():
                self._client.put_record(StreamName=self._name, Data=record.to_bytes(), PartitionKey=record.session)
        except (ClientError, SetupError) as error:
            # Whatever the reason is, the events are not on the stream, and the sender still has them.
            raise StoreUnavailable.told("events.not-put", name=type(error).__name__) from error
