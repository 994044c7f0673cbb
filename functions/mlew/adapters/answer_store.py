from datetime import datetime

from mlew.adapters.bucket import Bucket
from mlew.adapters.items import as_number, as_text, number, text
from mlew.adapters.keys import TenantKeys, checked_part, timestamp
from mlew.adapters.table import Table
from mlew.ports.answer_store import AnswerStore
from mlew.ports.model import ModelAnswer

_MICRO = 1_000_000


class DynamoAnswerStore(AnswerStore):
    """One item a request: `begun` counts the calls, so `begun - 1` were lost or failed; `body` is the answer's key.

    `reserved`, in micro-USD, is there while a call is not settled.
    """

    def __init__(self, tenant: str, table: Table, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table
        self._bucket = bucket

    def get(self, workshop_id: str, request_hash: str) -> ModelAnswer | None:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), _sk(request_hash))
        if item is None or "body" not in item:
            return None
        return ModelAnswer.model_validate_json(self._bucket.get(as_text(item, "body")))

    def begin(self, workshop_id: str, request_hash: str, *, at: datetime, reserved: float) -> bool:
        """See the port. True also if the answer has come meanwhile: nothing was lost."""
        item = self._table.update(
            self._keys.workshop(workshop_id),
            _sk(request_hash),
            put={"begun_at": text(timestamp(at)), "reserved": number(round(reserved * _MICRO))},
            add={"begun": 1},
        )
        return item is None or "body" in item or as_number(item, "begun") == 1

    def put(self, workshop_id: str, request_hash: str, answer: ModelAnswer) -> None:
        """See the port."""
        pk, sk = self._keys.workshop(workshop_id), _sk(request_hash)
        place = self._keys.prefix(workshop_id, "answers", request_hash)
        self._table.update(pk, sk, put={"body": text(self._bucket.put_json(place, answer.model_dump_json()))})

    def release(self, workshop_id: str, request_hash: str) -> float | None:
        """See the port."""
        item = self._table.take(self._keys.workshop(workshop_id), _sk(request_hash), "reserved")
        return as_number(item, "reserved") / _MICRO if item is not None else None


def _sk(request_hash: str) -> str:
    return f"CALL#{checked_part(request_hash)}"
