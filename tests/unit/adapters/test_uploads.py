"""Whoever stores many objects stores several at a time."""

from collections.abc import Callable
from threading import Barrier, Lock
from typing import Any

import pytest

from mlew.adapters.bucket import Bucket, Upload
from mlew.adapters.clients import Clients
from mlew.adapters.edge_store import EdgeStore
from mlew.adapters.genu_store import DynamoGenuStore
from mlew.adapters.input_store import DynamoInputStore
from mlew.adapters.site_host import EdgeSiteHost
from mlew.adapters.table import Table
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.site import SiteFile

HANGS = 60  # seconds, after which two have not met; nobody waits for them otherwise


class Both(Clients):
    """The first two objects are taken when both are under way. `taken`: what was said of each, by key."""

    def __init__(self) -> None:
        self.s3 = lambda: self  # type: ignore[assignment]
        self.dynamodb = lambda: self  # type: ignore[assignment]
        self.taken: dict[str, dict[str, Any]] = {}
        self._met, self._lock, self._begun = Barrier(2), Lock(), 0

    def put_object(self, *, Key: str, **given: Any) -> None:  # noqa: N803 - as boto3 names it
        with self._lock:
            self._begun += 1
            waits = self._begun <= 2
        if waits:
            self._met.wait(HANGS)
        self.taken[Key] = given

    def put_item(self, **_: Any) -> None:
        """The item that names them."""


def store_inputs(clients: Clients) -> None:
    store = DynamoInputStore("tenant-a", Table(clients, "table"), Bucket(clients, "bucket"))
    store.put("w", WorkshopInputs(), {"a.png": b"a", "b.png": b"b"}, {"c.md": b"c"})


def store_site(clients: Clients) -> None:
    files = tuple(SiteFile(path=path, content=b"x", media="text/html") for path in ("index.html", "b.html"))
    EdgeSiteHost(clients, "bucket", EdgeStore(clients, "arn")).put("a" * 16, "0" * 16, files)


def store_genu(clients: Clients) -> None:
    store = DynamoGenuStore("tenant-a", Table(clients, "table"), Bucket(clients, "bucket"))
    store.put("w", {"a.json": "{}", "b.md": "b"})


@pytest.mark.parametrize(("stores", "count"), [(store_inputs, 4), (store_site, 3), (store_genu, 2)])
def test_several_are_stored_at_a_time(stores: Callable[[Clients], None], count: int) -> None:
    both = Both()
    stores(both)
    assert len(both.taken) == count


def test_browsers_are_told_how_long_to_keep_only_what_they_read() -> None:
    both = Both()
    Bucket(both, "bucket").put_all([Upload("a", b"a", "text/css", "no-cache"), Upload("b", b"b")])
    assert (both.taken["a"]["CacheControl"], both.taken["a"]["ContentType"]) == ("no-cache", "text/css")
    assert "CacheControl" not in both.taken["b"]
    assert both.taken["b"]["ContentType"] == "application/octet-stream"
