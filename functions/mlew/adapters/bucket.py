"""The one bucket: bodies, stored before the item that names them."""

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from mlew.adapters.aws_errors import setup_errors
from mlew.adapters.clients import Clients

if TYPE_CHECKING:
    from types_boto3_s3.type_defs import PutObjectRequestTypeDef

_AT_ONCE = 8
_BYTES = "application/octet-stream"


class Upload(NamedTuple):
    """`cached`: Cache-Control of what browsers read; "" for what they do not."""

    key: str
    body: bytes
    media: str = _BYTES
    cached: str = ""


class Bucket:
    """Objects by key. Encryption, versions and retention are the bucket's own settings."""

    def __init__(self, clients: Clients, name: str) -> None:
        """`name` of an existing bucket."""
        self._clients = clients
        self._name = name

    def put(self, key: str, body: bytes, *, media: str = _BYTES) -> None:
        """Store under the key."""
        self._upload(Upload(key, body, media))

    def put_all(self, uploads: Iterable[Upload]) -> None:
        """Store each, several at a time. Raises the first error; others may be stored then."""
        self._clients.s3()  # made once, before threads ask for it
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for done in [pool.submit(self._upload, upload) for upload in uploads]:
                done.result()

    def put_json(self, place: str, json: str) -> str:
        """Store under `place` and a hash of the content; the key.

        Two writers of one place never overwrite each other: whose item is stored first is the one that is read.
        """
        body = json.encode()
        key = f"{place}-{hashlib.sha256(body).hexdigest()[:16]}.json"
        self.put(key, body, media="application/json")
        return key

    def get(self, key: str) -> bytes:
        """Read a key that an item names."""
        with setup_errors():
            return self._clients.s3().get_object(Bucket=self._name, Key=key)["Body"].read()

    def keys(self, prefix: str) -> Iterator[str]:
        """Keys that begin so, in order. Needs a right that few roles have: to list the bucket."""
        with setup_errors():
            for page in self._clients.s3().get_paginator("list_objects_v2").paginate(Bucket=self._name, Prefix=prefix):
                yield from (found["Key"] for found in page.get("Contents", ()))

    def _upload(self, upload: Upload) -> None:
        request: PutObjectRequestTypeDef = {
            "Bucket": self._name,
            "Key": upload.key,
            "Body": upload.body,
            "ContentType": upload.media,
        }
        if upload.cached:
            request["CacheControl"] = upload.cached
        with setup_errors():
            self._clients.s3().put_object(**request)
