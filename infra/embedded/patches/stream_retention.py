"""Records of a stream are looked through when the oldest one has expired, not at every call.

Why: the emulator copies the list of all records of a stream for each record that is put, so the intake of click
events got slower with every event of the last 24 hours. Records stand in the order in which they came.
"""

import time
from bisect import bisect_left
from operator import itemgetter
from typing import Any

from ministack.services import kinesis

from . import Settings

_came = itemgetter("ApproximateArrivalTimestamp")


def apply(_settings: Settings) -> None:
    kinesis._expire_records = expire


def expire(stream: dict[str, Any]) -> None:
    """Drop what is older than the stream's retention."""
    oldest = time.time() - stream["RetentionPeriodHours"] * 3600
    for shard in stream["shards"].values():
        records = shard["records"]
        if records and _came(records[0]) < oldest:
            shard["records"] = records[bisect_left(records, oldest, key=_came) :]
