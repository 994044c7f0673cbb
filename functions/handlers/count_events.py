"""A batch of the stream of events."""

from base64 import b64decode
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from mlew.adapters.bucket import Bucket
from mlew.adapters.clients import process_clients
from mlew.adapters.event_archive import S3EventArchive
from mlew.adapters.refused_records import SqsRefusedRecords
from mlew.adapters.table import Table
from mlew.adapters.tracking_keys import DynamoTrackingKeys
from mlew.adapters.visit_store import DynamoVisitStore
from mlew.services.counting_events import CountingEvents
from mlew.services.stream_batches import Raw, StreamBatches
from mlew.settings import CountSettings

logger = Logger()


@cache
def _batches() -> StreamBatches:
    settings, clients = CountSettings.from_environment(), process_clients()
    table = Table(clients, settings.metrics_table)
    counting = CountingEvents(DynamoVisitStore(table, settings.tenant), DynamoTrackingKeys(table, settings.tenant))
    archive = S3EventArchive(Bucket(clients, settings.archive), settings.tenant) if settings.archive else None
    return StreamBatches(settings.tenant, counting, SqsRefusedRecords(clients, settings.refused_queue), archive)


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer: where the stream goes on from, if not after this batch. Logs hold numbers only."""
    logger.clear_state()
    logger.append_keys(function_request_id=context.aws_request_id)
    records = event["Records"]
    shard = _shard(records[0])
    raws = [Raw(int(r["kinesis"]["sequenceNumber"]), b64decode(r["kinesis"]["data"])) for r in records]
    taken = _batches().take(shard, raws)
    logger.info(
        "counted",
        extra={"shard": shard, "records": len(raws), "counted": taken.counted, "refused": taken.refused},
    )
    if taken.failed is None:
        return {"batchItemFailures": []}
    logger.warning("comes again", extra={"shard": shard, "records": sum(r.sequence >= taken.failed for r in raws)})
    names = (r["kinesis"]["sequenceNumber"] for r in records)
    return {"batchItemFailures": [{"itemIdentifier": next(n for n in names if int(n) == taken.failed)}]}


def _shard(record: dict[str, Any]) -> str:
    """Stream and number: `events-ABC.0`. A stream that is made anew has another name and shards of the same numbers."""
    stream = str(record["eventSourceARN"]).rpartition("/")[2]
    number = int(str(record["eventID"]).partition(":")[0].removeprefix("shardId-"))
    return f"{stream}.{number}"
