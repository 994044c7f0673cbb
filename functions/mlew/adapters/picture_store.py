import hashlib
import re

from mlew.adapters.bucket import Bucket
from mlew.adapters.keys import TenantKeys
from mlew.errors import InputError
from mlew.ports.picture_store import PictureStore

_FILE = re.compile(r"[0-9a-f]{64}\.(png|jpg|svg)")


class S3PictureStore(PictureStore):
    """Objects among the artifacts' bodies: whoever may read a spec may read its picture."""

    def __init__(self, tenant: str, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._bucket = bucket

    def put(self, workshop_id: str, png: bytes) -> str:
        """See the port."""
        file = f"{hashlib.sha256(png).hexdigest()}.png"
        self._bucket.put(self._key(workshop_id, file), png, media="image/png")
        return file

    def get(self, workshop_id: str, file: str) -> bytes:
        """See the port."""
        if not _FILE.fullmatch(file):
            raise InputError.told("mock.no-picture", file=file[:80])
        return self._bucket.get(self._key(workshop_id, file))

    def _key(self, workshop_id: str, file: str) -> str:
        return self._keys.prefix(workshop_id, "artifacts", "mock_pictures", file)
