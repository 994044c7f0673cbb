"""What a mapping from Kinesis to a function promises is kept, and a batch that fails is not forgotten.

Why: the emulator ignores `batchItemFailures`, so records that a function reports as failed are lost. It ignores the
batching window, the number of tries, the halving of batches, the age of records and the destination of failures, so
one poisoned record blocks its shard for good. And it remembers the place in a shard as an index, which points past
new records once old ones have expired. Counting click events exactly rests on every one of these.

The place is kept as the sequence number of the last record that is done, in the emulator's own dictionary, so it is
saved and restored with the rest. How often a batch was tried is not: after a restart it is tried anew.
"""

import time
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import ministack.services.lambda_svc as service
from ministack.core.arn import ArnParseError, parse_arn
from ministack.core.responses import get_region
from ministack.services import kinesis

from . import Settings
from ._failure_messages import send_failure

LARGEST_PAYLOAD = 6_000_000  # bytes of base64; AWS ends a batch at 6 MB
FIRST_WAIT, LONGEST_WAIT = 0.2, 5.0  # seconds before another try
UNLIMITED = -1


def apply(_settings: Settings) -> None:
    tries: dict[tuple[str, str], _Tries] = {}

    def poll() -> bool:
        moved = False
        for account, region, mapping in service._iter_all_esms():
            tokens = service._request_account_id.set(account), service._request_region.set(region)
            try:
                for reader in _readers(mapping, tries):
                    moved = reader.read() or moved
            finally:
                service._request_account_id.reset(tokens[0])
                service._request_region.reset(tokens[1])
        return moved

    service._poll_kinesis = poll


@dataclass
class _Tries:
    """Of one mapping on one shard. `size`: of the batch that failed, 0 if none did; `again`: not before this time."""

    size: int = 0
    count: int = 0
    again: float = 0.0


@dataclass
class _Reader:
    mapping: dict[str, Any]
    function: dict[str, Any]
    shard_id: str
    shard: dict[str, Any]
    places: dict[str, str]
    tries: _Tries

    def read(self) -> bool:
        """Hand over one batch, if one is due; whether the place has moved."""
        records = self.shard["records"]
        first = bisect_right(records, self.places[self.shard_id], key=itemgetter("SequenceNumber"))
        batch = self._batch(records[first : first + (self.tries.size or self._number("BatchSize", 100))])
        if not batch or self.tries.again > time.time() or not self._is_due(batch, len(records) - first):
            return False
        events = [self._event(record) for record in batch]
        wanted = service._apply_filter_criteria(events, self.mapping)
        if not wanted:
            return self._done(batch)
        result = service._execute_function(self.function, {"Records": wanted})
        failed = self._first_failed(batch, result)
        self.mapping["LastProcessingResult"] = "OK" if failed is None else "PROBLEM: Function call failed"
        if failed is None:
            return self._done(batch)
        moved = failed > 0 and self._done(batch[:failed])
        return self._try_again(batch[failed:], result) or moved

    def _batch(self, unread: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """As many of them as one payload holds."""
        payload = 0
        batch: list[dict[str, Any]] = []
        for record in unread:
            payload += len(record["Data"])
            if batch and payload > LARGEST_PAYLOAD:
                break
            batch.append(record)
        return batch

    def _is_due(self, batch: list[dict[str, Any]], unread: int) -> bool:
        """Whether it is full, or its oldest record has waited for the window, or it is another try."""
        waited = time.time() - float(batch[0]["ApproximateArrivalTimestamp"])
        full = len(batch) < unread or len(batch) >= self._number("BatchSize", 100)
        return bool(full or self.tries.size or waited >= self._number("MaximumBatchingWindowInSeconds", 0))

    def _first_failed(self, batch: list[dict[str, Any]], result: dict[str, Any]) -> int | None:
        """Place in the batch from which on it failed. A name that is not in it means the whole batch."""
        if result.get("error"):
            return 0
        body = result.get("body")
        reports = "ReportBatchItemFailures" in (self.mapping.get("FunctionResponseTypes") or ())
        named = body.get("batchItemFailures") if reports and isinstance(body, dict) else None
        if not named:
            return None
        places = {record["SequenceNumber"]: place for place, record in enumerate(batch)}
        return min(places.get((one or {}).get("itemIdentifier"), 0) for one in named)

    def _try_again(self, batch: list[dict[str, Any]], result: dict[str, Any]) -> bool:
        """Later, as a half if that is wished for; or give it up. Whether the place has moved."""
        self.tries.count += 1
        oldest, most = (
            self._number("MaximumRecordAgeInSeconds", UNLIMITED),
            self._number("MaximumRetryAttempts", UNLIMITED),
        )
        if 0 <= oldest < time.time() - float(batch[0]["ApproximateArrivalTimestamp"]):
            return self._give_up(batch, result, "RecordAgeExceeded")
        if str(self.mapping.get("BisectBatchOnFunctionError")).lower() == "true" and len(batch) > 1:
            self.tries.size, self.tries.count = (len(batch) + 1) // 2, self.tries.count - 1
        elif 0 <= most < self.tries.count:
            return self._give_up(batch, result, "RetryAttemptsExhausted")
        else:
            self.tries.size = len(batch)
        self.tries.again = time.time() + min(FIRST_WAIT * 2**self.tries.count, LONGEST_WAIT)
        return False

    def _give_up(self, batch: list[dict[str, Any]], result: dict[str, Any], condition: str) -> bool:
        send_failure(self.mapping, self.shard_id, batch, condition, self.tries.count, failed=bool(result.get("error")))
        return self._done(batch)

    def _done(self, batch: list[dict[str, Any]]) -> bool:
        self.places[self.shard_id] = batch[-1]["SequenceNumber"]
        self.tries.size, self.tries.count, self.tries.again = 0, 0, 0.0
        return True

    def _event(self, record: dict[str, Any]) -> dict[str, Any]:
        number = record["SequenceNumber"]
        return {
            "kinesis": {
                "kinesisSchemaVersion": "1.0",
                "partitionKey": record["PartitionKey"],
                "sequenceNumber": number,
                "data": _base64(record["Data"]),
                "approximateArrivalTimestamp": record["ApproximateArrivalTimestamp"],
            },
            "eventSource": "aws:kinesis",
            "eventVersion": "1.0",
            "eventID": f"{self.shard_id}:{number}",
            "eventName": "aws:kinesis:record",
            "invokeIdentityArn": (self.function.get("config") or {}).get("Role", ""),
            "awsRegion": get_region(),
            "eventSourceARN": self.mapping["EventSourceArn"],
        }

    def _number(self, name: str, default: int) -> int:
        """CloudFormation gives numbers as texts now and then."""
        value = self.mapping.get(name)
        return default if value is None else int(value)


def _readers(mapping: dict[str, Any], tries: dict[tuple[str, str], _Tries]) -> list[_Reader]:
    """One for each shard of the mapping's stream, if it is a stream here, and both are there and on."""
    try:
        source = parse_arn(mapping.get("EventSourceArn", ""))
    except ArnParseError:
        return []
    if not mapping.get("Enabled", True) or source.service != "kinesis" or source.region != get_region():
        return []
    name = service._kinesis_stream_name_from_arn_spec(source)
    function, _ = service._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
    stream = kinesis._streams.get_scoped(source.account_id, source.region, name) if name else None
    if function is None or not stream or stream["StreamStatus"] != "ACTIVE":
        return []
    uuid, shards = mapping["UUID"], list(stream["shards"].items())
    if uuid not in service._kinesis_positions:
        first = mapping.get("StartingPosition") == "TRIM_HORIZON"
        service._kinesis_positions[uuid] = {shard_id: "" if first else _newest(shard) for shard_id, shard in shards}
    places: dict[str, str] = service._kinesis_positions[uuid]
    for shard_id, _ in shards:
        places.setdefault(shard_id, "")  # a shard that came later is read from its beginning
    return [
        _Reader(mapping, function, shard_id, shard, places, tries.setdefault((uuid, shard_id), _Tries()))
        for shard_id, shard in shards
    ]


def _newest(shard: dict[str, Any]) -> str:
    return str(shard["records"][-1]["SequenceNumber"]) if shard["records"] else ""


def _base64(data: Any) -> str:
    """Records are kept as they came: base64 from most callers, bytes or text from some."""
    if isinstance(data, bytes):
        return b64encode(data).decode()
    try:
        b64decode(data, validate=True)
    except (NotBase64, ValueError):
        return b64encode(str(data).encode()).decode()
    return str(data)
