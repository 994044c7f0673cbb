from urllib.parse import quote

from mlew.adapters.bucket import Bucket, Upload
from mlew.adapters.items import Item, as_text, as_texts, text, texts
from mlew.adapters.keys import TenantKeys, checked_part
from mlew.adapters.table import Table
from mlew.domain.inputs import WorkshopInputs
from mlew.errors import InputError, NotFound
from mlew.ports.input_store import InputStore

_SK = "INPUTS"
_LONGEST_NAME = 800
"""Characters of a percent-encoded file name; an S3 key has 1,024 bytes."""


class DynamoInputStore(InputStore):
    """All files lie in S3; one item names them. It is written last, so what it names is complete."""

    def __init__(self, tenant: str, table: Table, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table
        self._bucket = bucket

    def put(
        self, workshop_id: str, inputs: WorkshopInputs, pictures: dict[str, bytes], originals: dict[str, bytes]
    ) -> None:
        """See the port. Raises InputError for a name that cannot be kept."""
        pk = self._keys.workshop(workshop_id)
        objects = {self._picture(workshop_id, name): body for name, body in pictures.items()}
        objects |= {self._original(workshop_id, name): body for name, body in originals.items()}
        self._bucket.put_all(Upload(key, content) for key, content in objects.items())
        body = self._bucket.put_json(self._keys.prefix(workshop_id, "inputs", "read"), inputs.model_dump_json())
        named: Item = {"body": text(body), "pictures": texts(list(pictures)), "originals": texts(list(originals))}
        self._table.put(pk, _SK, named)

    def get(self, workshop_id: str) -> WorkshopInputs:
        """See the port."""
        return WorkshopInputs.model_validate_json(self._bucket.get(as_text(self._item(workshop_id), "body")))

    def picture(self, workshop_id: str, name: str) -> bytes:
        """See the port."""
        if name not in as_texts(self._item(workshop_id), "pictures"):
            raise NotFound.told("input.no-picture", workshop_id=workshop_id, name=name[:80])
        return self._bucket.get(self._picture(workshop_id, name))

    def originals(self, workshop_id: str) -> dict[str, bytes]:
        """See the port."""
        names = as_texts(self._item(workshop_id), "originals")
        return {name: self._bucket.get(self._original(workshop_id, name)) for name in names}

    def _item(self, workshop_id: str) -> Item:
        item = self._table.get(self._keys.workshop(workshop_id), _SK)
        if item is None:
            raise NotFound.told("input.none", workshop_id=workshop_id)
        return item

    def _picture(self, workshop_id: str, name: str) -> str:
        return self._keys.prefix(workshop_id, "inputs", "pictures", checked_part(name))

    def _original(self, workshop_id: str, name: str) -> str:
        # the file's own name, in any script: encoded, and behind a letter so that ".." is no step upwards
        encoded = quote(name, safe="")
        if not name or len(encoded) > _LONGEST_NAME:
            raise InputError.told("input.file-name", name=name[:80])
        return self._keys.prefix(workshop_id, "inputs", "originals", f"f-{encoded}")
