from mlew.adapters.bucket import Bucket
from mlew.adapters.items import Item, as_number, as_text, text
from mlew.adapters.keys import TenantKeys, checked_part, counted
from mlew.adapters.table import Table
from mlew.ports.draft_store import DraftKey, DraftStore, StoredDraft


class DynamoDraftStore(DraftStore):
    """One item a piece of work: where its finished draft lies, and how many conversations came to nothing."""

    def __init__(self, tenant: str, table: Table, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table
        self._bucket = bucket

    def get(self, workshop_id: str, key: DraftKey) -> StoredDraft | None:
        """See the port."""
        return self._read(self._item(workshop_id, key))

    def put(self, workshop_id: str, key: DraftKey, draft: StoredDraft) -> StoredDraft:
        """See the port."""
        pk, sk = self._keys.workshop(workshop_id), _sk(key)
        place = self._keys.prefix(workshop_id, "drafts", counted(key.round, 3), key.step, key.cell)
        body = self._bucket.put_json(place, draft.model_dump_json())
        item = self._table.update(pk, sk, put={"body": text(body)}, condition="attribute_not_exists(body)")
        stored = self._read(item if item is not None else self._item(workshop_id, key))
        return stored if stored is not None else draft

    def exhausted(self, workshop_id: str, key: DraftKey) -> int:
        """See the port."""
        return as_number(self._item(workshop_id, key), "exhausted")

    def exhaust(self, workshop_id: str, key: DraftKey) -> None:
        """See the port."""
        self._table.update(self._keys.workshop(workshop_id), _sk(key), add={"exhausted": 1})

    def _item(self, workshop_id: str, key: DraftKey) -> Item:
        return self._table.get(self._keys.workshop(workshop_id), _sk(key)) or {}

    def _read(self, item: Item) -> StoredDraft | None:
        if "body" not in item:
            return None
        return StoredDraft.model_validate_json(self._bucket.get(as_text(item, "body")))


def _sk(key: DraftKey) -> str:
    return f"DRAFT#{counted(key.round, 3)}#{checked_part(key.step)}#{checked_part(key.cell)}"
