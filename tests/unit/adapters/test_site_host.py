"""What may become a key of the bucket, what the edge is told, and what is removed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mlew.adapters.clients import Clients
from mlew.adapters.edge_store import EdgeStore
from mlew.adapters.site_host import EdgeSiteHost
from mlew.domain.site import SiteFile, site_version
from mlew.errors import InputError, StoreUnavailable

MOCK, VERSION = "a" * 16, "0123456789abcdef"
NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)


class Recorder(Clients, EdgeStore):
    """Stands for both: `objects` by key, stored at `time`; `values` by mock; `refused`: objects that stay."""

    def __init__(self) -> None:
        self.objects: dict[str, dict[str, Any]] = {}
        self.time = NOW
        self.values: dict[str, str] = {}
        self.refused: set[str] = set()
        self.s3 = lambda: self  # type: ignore[assignment]

    def put_object(self, *, Key: str, **given: Any) -> None:  # noqa: N803 - as boto3 names it
        self.objects[Key] = {**given, "LastModified": self.time}

    def get_paginator(self, name: str) -> "Recorder":
        assert name == "list_objects_v2"
        return self

    def paginate(self, *, Prefix: str, **_: Any) -> Iterator[dict[str, Any]]:  # noqa: N803
        yield {}
        for key, given in list(self.objects.items()):
            if key.startswith(Prefix):
                yield {"Contents": [{"Key": key, "LastModified": given["LastModified"]}]}

    def delete_objects(self, *, Delete: dict[str, Any], **_: Any) -> dict[str, Any]:  # noqa: N803
        assert len(Delete["Objects"]) <= 1000
        for one in Delete["Objects"]:
            if one["Key"] not in self.refused:
                del self.objects[one["Key"]]
        errors = [{"Key": key, "Code": "InternalError", "Message": "We failed."} for key in self.refused]
        return {"Errors": errors} if errors else {}

    def put(self, key: str, value: str) -> None:
        self.values[key] = value

    def get(self, key: str) -> str | None:
        return self.values.get(key)


@pytest.fixture
def there() -> Recorder:
    return Recorder()


@pytest.fixture
def host(there: Recorder) -> EdgeSiteHost:
    return EdgeSiteHost(there, "bucket", there)


def file(path: str, media: str = "text/html") -> SiteFile:
    return SiteFile(path=path, content=b"x", media=media)


@pytest.mark.parametrize(
    "path", ["", "/", "/index.html", "../x", "a/../x", "a//b", "a/", "./a", "a\\b", "a\nb", "a\x00", "x" * 600]
)
def test_a_path_that_leaves_the_mock_is_refused_before_anything_is_stored(
    host: EdgeSiteHost, there: Recorder, path: str
) -> None:
    with pytest.raises(InputError):
        host.put(MOCK, VERSION, (file("index.html"), file(path)))
    assert not there.objects


@pytest.mark.parametrize(("mock", "version"), [("../x", VERSION), ("A" * 16, VERSION), (MOCK, "v1"), (MOCK, "")])
def test_ids_that_are_none_are_refused(host: EdgeSiteHost, there: Recorder, mock: str, version: str) -> None:
    with pytest.raises(InputError):
        host.put(mock, version, (file("index.html"),))
    with pytest.raises(InputError):
        host.point(mock, version, kind="spec", locale="ja")
    assert not there.objects
    assert not there.values


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("index.html", False),
        ("mock.js", False),
        ("photo-20240101.png", False),
        ("documentation.css", False),
        ("assets/index-B3fkq9Xa.js", True),
        ("main.0a1b2c3d.css", True),
    ],
)
def test_only_files_named_after_their_content_are_kept_by_browsers(
    host: EdgeSiteHost, there: Recorder, path: str, kept: bool
) -> None:
    host.put(MOCK, VERSION, (file(path),))
    caching = there.objects[f"sites/{MOCK}/{VERSION}/{path}"]["CacheControl"]
    assert ("immutable" in caching) == kept
    assert (caching == "no-cache") != kept


def test_text_says_that_it_is_utf_8_and_pictures_do_not(host: EdgeSiteHost, there: Recorder) -> None:
    host.put(MOCK, VERSION, (file("a.svg", "image/svg+xml"), file("b.png", "image/png"), file("c.css", "text/css")))
    said = {key.rpartition("/")[2]: given["ContentType"] for key, given in there.objects.items()}
    assert (said["a.svg"], said["b.png"]) == ("image/svg+xml; charset=utf-8", "image/png")
    assert said["c.css"] == "text/css; charset=utf-8"


def test_a_pointer_reads_back_as_it_was_told(host: EdgeSiteHost) -> None:
    host.point(MOCK, VERSION, kind="site", locale="ja", signing_key="00ff", folders=("about", "文書"))
    found = host.pointer(MOCK)
    assert found
    assert (found.version, found.kind, found.signing_key, found.folders) == (VERSION, "site", "00ff", ("about", "文書"))
    host.bury(MOCK, "en")
    assert (gone := host.pointer(MOCK))
    assert (gone.gone, gone.locale) == (True, "en")


def test_more_folders_than_the_edge_remembers_are_refused(host: EdgeSiteHost, there: Recorder) -> None:
    with pytest.raises(InputError, match="folders"):
        host.point(MOCK, VERSION, kind="site", locale="ja", folders=tuple(f"folder-{n}" for n in range(200)))
    assert not there.values


def test_a_version_tells_contents_and_paths_apart_and_not_their_order() -> None:
    one, two = file("a.html"), file("b.html")
    assert site_version([one, two]) == site_version([two, one])
    assert site_version([one]) != site_version([two])
    joined = SiteFile(path="a.htmlx", content=b"", media="text/html")
    assert site_version([joined]) != site_version([one])


def stored(host: EdgeSiteHost, there: Recorder, **hours_ago: float) -> None:
    """Versions 111…, 222…, …, each with two files."""
    for name, hours in hours_ago.items():
        there.time = NOW - timedelta(hours=hours)
        host.put(MOCK, name[1:] * 16, (file("index.html"), file("assets/app.js")))


def versions(there: Recorder) -> set[str]:
    return {key.split("/")[2][0] for key in there.objects if key.startswith(f"sites/{MOCK}/")}


def test_versions_that_cannot_come_back_are_removed(host: EdgeSiteHost, there: Recorder) -> None:
    stored(host, there, v1=9, v2=8, v3=7, v4=6, v5=5)
    assert host.remove_older(MOCK, keep={"5" * 16, "2" * 16}, now=NOW) == 4
    assert versions(there) == {"5", "4", "2"}, "what is shown, the one before, the last one that was right"
    assert host.remove_older(MOCK, keep={"5" * 16, "2" * 16}, now=NOW) == 0


def test_what_somebody_may_be_about_to_publish_stays(host: EdgeSiteHost, there: Recorder) -> None:
    stored(host, there, v1=9, v2=0.9, v3=0.5, v4=0.1)
    assert host.remove_older(MOCK, keep={"4" * 16}, now=NOW) == 2
    assert versions(there) == {"2", "3", "4"}


def test_a_version_that_was_stored_again_is_as_new_as_its_newest_file(host: EdgeSiteHost, there: Recorder) -> None:
    stored(host, there, v1=9, v2=8, v3=7)
    there.time = NOW
    host.put(MOCK, "1" * 16, (file("index.html"),))
    assert host.remove_older(MOCK, keep={"3" * 16}, now=NOW) == 2
    assert versions(there) == {"1", "3"}


def test_other_mocks_and_the_page_for_what_is_missing_stay(host: EdgeSiteHost, there: Recorder) -> None:
    stored(host, there, v1=9, v2=8, v3=7)
    host.put("b" * 16, VERSION, (file("index.html"),))
    host.remove_older(MOCK, keep={"3" * 16}, now=NOW)
    assert {key.split("/")[0] for key in there.objects} == {"sites", "errors"}
    assert f"sites/{'b' * 16}/{VERSION}/index.html" in there.objects
    assert host.remove_files(MOCK) == 4
    assert f"sites/{'b' * 16}/{VERSION}/index.html" in there.objects


def test_more_files_than_one_request_takes_are_removed(host: EdgeSiteHost, there: Recorder) -> None:
    host.put(MOCK, VERSION, tuple(file(f"{n}.html") for n in range(1001)))
    assert host.remove_files(MOCK) == 1001


def test_files_that_are_still_there_are_not_told_to_be_gone(host: EdgeSiteHost, there: Recorder) -> None:
    host.put(MOCK, VERSION, (file("a.html"), file("b.html")))
    there.refused = {f"sites/{MOCK}/{VERSION}/b.html"}
    with pytest.raises(StoreUnavailable, match="InternalError: We failed"):
        host.remove_files(MOCK)
    there.refused = set()
    assert host.remove_files(MOCK) == 1
