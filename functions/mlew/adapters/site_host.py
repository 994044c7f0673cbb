"""Sites of mocks in the one bucket of a customer, and the pointers that the edge follows."""

import json
import re
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from mlew.adapters.aws_errors import setup_errors
from mlew.adapters.bucket import Bucket, Upload
from mlew.adapters.clients import Clients
from mlew.adapters.edge_store import EdgeStore
from mlew.adapters.missing_page import MISSING_PAGE, MISSING_PAGE_KEY
from mlew.domain.base import Locale
from mlew.domain.mock import MockOrigin
from mlew.domain.site import Pointer, SiteFile
from mlew.errors import InputError, StoreUnavailable
from mlew.ports.site_host import SiteHost

if TYPE_CHECKING:
    from types_boto3_s3.type_defs import ObjectTypeDef

_ID, _VERSION = re.compile(r"[a-z0-9]{16}"), re.compile(r"[0-9a-f]{16}")
_NOT_IN_A_PATH = re.compile(r"[\x00-\x1f\x7f\\]")
_LONGEST_PATH = 512
_BEING_PUBLISHED = timedelta(hours=1)
_DELETED_AT_ONCE = 1000  # what DeleteObjects takes
_LARGEST_POINTER = 1000  # of 1,024 bytes that the key-value store takes
_TEXT = re.compile(r"text/|application/(javascript|json|manifest\+json|xml)$|image/svg\+xml$")
_NAMED_AFTER_CONTENT = re.compile(r"[-.](?=[A-Za-z_]*\d+[A-Za-z_]+\d)[A-Za-z0-9_]{8,}\.(js|mjs|css|woff2?)$")

# An address has no version in it, so browsers ask whether what they have is still right; answers are 304 mostly.
_ASK_EACH_TIME = "no-cache"
_FOR_EVER = "public, max-age=31536000, immutable"


class EdgeSiteHost(SiteHost):
    """Files lie at `sites/<mock>/<version>/<path>`: a key never gets other content, so nothing is ever invalidated."""

    def __init__(self, clients: Clients, bucket: str, store: EdgeStore) -> None:
        """`bucket`: of the mocks."""
        self._clients = clients
        self._bucket = bucket
        self._files = Bucket(clients, bucket)
        self._store = store

    def put(self, mock_id: str, version: str, files: tuple[SiteFile, ...]) -> None:
        """See the port."""
        place = f"{_place(mock_id)}{_checked(_VERSION, version, 'version')}/"
        uploads = [_upload(f"{place}{_path(file.path)}", file) for file in files]
        missing = SiteFile(path=MISSING_PAGE_KEY, content=MISSING_PAGE, media="text/html")
        self._files.put_all([*uploads, _upload(MISSING_PAGE_KEY, missing)])

    def point(
        self,
        mock_id: str,
        version: str,
        *,
        kind: MockOrigin,
        locale: Locale,
        signing_key: str = "",
        folders: tuple[str, ...] = (),
    ) -> None:
        """See the port."""
        pointer: dict[str, Any] = {"v": _checked(_VERSION, version, "version"), "o": kind, "l": locale}
        if signing_key:
            pointer["p"] = signing_key
        if folders:
            pointer["f"] = [_path(folder) for folder in folders]
        self._write(mock_id, pointer)

    def bury(self, mock_id: str, locale: Locale) -> None:
        """See the port."""
        self._write(mock_id, {"gone": 1, "l": locale})

    def pointer(self, mock_id: str) -> Pointer | None:
        """See the port."""
        value = self._store.get(_checked(_ID, mock_id, "mock"))
        if value is None:
            return None
        found = json.loads(value)
        if found.get("gone"):
            return Pointer(locale=found["l"], gone=True)
        return Pointer(
            version=found["v"],
            kind=found["o"],
            locale=found["l"],
            signing_key=found.get("p", ""),
            folders=tuple(found.get("f", ())),
        )

    def remove_older(self, mock_id: str, *, keep: Collection[str], now: datetime) -> int:
        """See the port."""
        place = _place(mock_id)
        versions: dict[str, list[str]] = {}
        stored: dict[str, datetime] = {}
        for one in self._stored(mock_id):
            version = one["Key"].removeprefix(place).partition("/")[0]
            versions.setdefault(version, []).append(one["Key"])
            stored[version] = max(stored.get(version, one["LastModified"]), one["LastModified"])
        others = sorted(versions.keys() - set(keep), key=stored.__getitem__)[:-1]
        old = [version for version in others if stored[version] < now - _BEING_PUBLISHED]
        return self._delete([key for version in old for key in versions[version]])

    def remove_files(self, mock_id: str) -> int:
        """See the port."""
        return self._delete([one["Key"] for one in self._stored(mock_id)])

    def _stored(self, mock_id: str) -> "Iterator[ObjectTypeDef]":
        with setup_errors():
            for page in (
                self._clients.s3()
                .get_paginator("list_objects_v2")
                .paginate(Bucket=self._bucket, Prefix=_place(mock_id))
            ):
                yield from page.get("Contents", [])

    def _delete(self, keys: list[str]) -> int:
        with setup_errors():
            for start in range(0, len(keys), _DELETED_AT_ONCE):
                batch = keys[start : start + _DELETED_AT_ONCE]
                answer = self._clients.s3().delete_objects(
                    Bucket=self._bucket, Delete={"Objects": [{"Key": key} for key in batch], "Quiet": True}
                )
                for refused in answer.get("Errors", []):  # a request that succeeds may leave some of them
                    said = f"{refused.get('Code', '')}: {refused.get('Message', '')}"
                    raise StoreUnavailable.told("aws.says", hint="aws.wait", error=said)
        return len(keys)

    def _write(self, mock_id: str, pointer: dict[str, Any]) -> None:
        value = json.dumps(pointer, separators=(",", ":"), ensure_ascii=False)
        if len(value.encode()) > _LARGEST_POINTER:
            raise InputError.told("site.too-many-folders")
        self._store.put(_checked(_ID, mock_id, "mock"), value)


def _upload(key: str, file: SiteFile) -> Upload:
    media = file.media + ("; charset=utf-8" if _TEXT.match(file.media) else "")
    cached = _FOR_EVER if _NAMED_AFTER_CONTENT.search(file.path) else _ASK_EACH_TIME
    return Upload(key, file.content, media, cached)


def _place(mock_id: str) -> str:
    return f"sites/{_checked(_ID, mock_id, 'mock')}/"


def _checked(form: re.Pattern[str], value: str, what: str) -> str:
    if not form.fullmatch(value):
        raise InputError.told("site.no-id", value=value[:40], what=what)
    return value


def _path(path: str) -> str:
    if (
        len(path) > _LONGEST_PATH
        or _NOT_IN_A_PATH.search(path)
        or any(part in {"", ".", ".."} for part in path.split("/"))
    ):
        raise InputError.told("site.file-path", path=path[:80])
    return path
