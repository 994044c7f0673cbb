from collections.abc import Mapping
from pathlib import PurePosixPath

from mlew.adapters.bucket import Bucket, Upload
from mlew.adapters.items import Item, as_texts, texts
from mlew.adapters.keys import TenantKeys, checked_part
from mlew.adapters.table import Table
from mlew.errors import NotFound
from mlew.ports.genu_store import GenuStore

_SK = "GENU"
_MEDIA = {".json": "application/json", ".html": "text/html; charset=utf-8", ".md": "text/markdown; charset=utf-8"}


class DynamoGenuStore(GenuStore):
    """The files lie in S3; one item names them. It is written last, so what it names is there."""

    def __init__(self, tenant: str, table: Table, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table
        self._bucket = bucket

    def put(self, workshop_id: str, files: Mapping[str, str]) -> None:
        """See the port."""
        self._bucket.put_all(
            Upload(self._key(workshop_id, name), text.encode(), _media(name)) for name, text in files.items()
        )
        named: Item = {"names": texts(list(files))}
        self._table.put(self._keys.workshop(workshop_id), _SK, named)

    def names(self, workshop_id: str) -> list[str]:
        """See the port."""
        return as_texts(self._table.get(self._keys.workshop(workshop_id), _SK) or {}, "names")

    def get(self, workshop_id: str, name: str) -> str:
        """See the port."""
        if name not in self.names(workshop_id):
            raise NotFound.told("genu.no-file", workshop_id=workshop_id, name=name[:80])
        return self._bucket.get(self._key(workshop_id, name)).decode()

    def _key(self, workshop_id: str, name: str) -> str:
        return self._keys.prefix(workshop_id, "genu", checked_part(name))


def _media(name: str) -> str:
    return _MEDIA.get(PurePosixPath(name).suffix, "text/plain; charset=utf-8")
