"""What AWS tells the failure destination of a stream's mapping: where the records are, not what they hold."""

import json
import logging
import time
from typing import Any

import ministack.services.sqs as queues
from ministack.core.responses import new_uuid

log = logging.getLogger("mlew.streams")


def send_failure(
    mapping: dict[str, Any], shard_id: str, batch: list[dict[str, Any]], condition: str, invoked: int, *, failed: bool
) -> None:
    """To the mapping's queue, if it has one. `failed`: the function raised, else it reported the records."""
    destination = ((mapping.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination", "")
    log.warning("%d records of %s given up: %s", len(batch), shard_id, condition)
    queue = queues._queue_by_arn(destination) if ":sqs:" in destination else None
    if queue is None:
        return
    first, last = batch[0], batch[-1]
    message = {
        "requestContext": {
            "requestId": new_uuid(),
            "functionArn": mapping.get("FunctionArn", ""),
            "condition": condition,
            "approximateInvokeCount": invoked,
        },
        "responseContext": {
            "statusCode": 200,
            "executedVersion": "$LATEST",
            "functionError": "Unhandled" if failed else None,
        },
        "version": "1.0",
        "timestamp": _iso(time.time()),
        "KinesisBatchInfo": {
            "shardId": shard_id,
            "startSequenceNumber": first["SequenceNumber"],
            "endSequenceNumber": last["SequenceNumber"],
            "approximateArrivalOfFirstRecord": _iso(first["ApproximateArrivalTimestamp"]),
            "approximateArrivalOfLastRecord": _iso(last["ApproximateArrivalTimestamp"]),
            "batchSize": len(batch),
            "streamArn": mapping["EventSourceArn"],
        },
    }
    queues._act_send_message({"QueueUrl": queue["url"], "MessageBody": json.dumps(message)}, queue["url"])


def _iso(at: Any) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(float(at)))
