"""Requests in S3: one gzip file of JSON lines for each batch."""

import gzip
import json
from collections.abc import Iterator, Sequence

from mlew.adapters.bucket import Bucket
from mlew.adapters.keys import checked_part
from mlew.domain.click_record import ClickRecord
from mlew.domain.delivered import Delivered
from mlew.ports.event_archive import EventArchive

_DIGITS = 60
"""Kinesis' sequence numbers have 56 today; with leading zeros the order of the keys is theirs."""


class S3EventArchive(EventArchive):
    """Keys: `<tenant>/metrics/<shard>/<first>-<last>.jsonl.gz`; the same batch twice is one object."""

    def __init__(self, bucket: Bucket, tenant: str) -> None:
        self._bucket = bucket
        self._root = f"{tenant}/metrics/"

    def put(self, shard: str, delivered: Sequence[Delivered]) -> None:
        """See the port."""
        first, last = (f"{one.sequence:0{_DIGITS}d}" for one in (delivered[0], delivered[-1]))
        lines = "".join(
            f'{{"sequence":"{one.sequence}","record":{one.record.to_bytes().decode()}}}\n' for one in delivered
        )
        key = f"{self._root}{checked_part(shard)}/{first}-{last}.jsonl.gz"
        self._bucket.put(key, gzip.compress(lines.encode(), mtime=0), media="application/gzip")

    def shards(self) -> list[str]:
        """See the port."""
        found = {key.removeprefix(self._root).partition("/")[0] for key in self._bucket.keys(self._root)}
        return sorted(found, key=_age)

    def read(self, shard: str) -> Iterator[Delivered]:
        """See the port. Batches may overlap, so all of a shard is put in order here: a workshop's events are few."""
        found: dict[int, ClickRecord] = {}
        for key in self._bucket.keys(f"{self._root}{checked_part(shard)}/"):
            kept = gzip.decompress(self._bucket.get(key)).decode()
            for line in kept.removesuffix("\n").split("\n"):  # not `splitlines`: a comment may hold U+2028
                told = json.loads(line)
                found[int(told["sequence"])] = ClickRecord.model_validate(told["record"])
        for sequence in sorted(found):
            yield Delivered(sequence, found[sequence])


def _age(shard: str) -> tuple[str, int]:
    """Shards of a stream are numbered as they are made."""
    stream, _, number = shard.rpartition(".")
    return stream, int(number) if number.isdecimal() else 0
