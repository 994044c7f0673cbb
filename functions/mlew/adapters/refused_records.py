"""Records that cannot be read, as messages of an SQS queue."""

from mlew.adapters.aws_errors import setup_errors
from mlew.adapters.clients import Clients
from mlew.ports.refused_records import RefusedRecord, RefusedRecords

_LONGEST = 200_000
"""Characters of base64: a message of SQS ends at 256 KB in older queues, a record of Kinesis later."""


class SqsRefusedRecords(RefusedRecords):
    """One message a record, as JSON."""

    def __init__(self, clients: Clients, url: str) -> None:
        """`url` of the queue."""
        self._clients = clients
        self._url = url

    def put(self, record: RefusedRecord) -> None:
        """See the port."""
        kept = record
        if len(record.data) > _LONGEST:
            kept = record.model_copy(update={"data": record.data[:_LONGEST], "cut": True})
        with setup_errors():
            self._clients.sqs().send_message(QueueUrl=self._url, MessageBody=kept.model_dump_json())
