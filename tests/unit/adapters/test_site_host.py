"""What may become a key of the bucket, and what the edge is told."""

from typing import Any

import pytest

from mlew.adapters.clients import Clients
from mlew.adapters.edge_store import EdgeStore
from mlew.adapters.site_host import EdgeSiteHost
from mlew.domain.site import SiteFile, site_version
from mlew.errors import InputError

MOCK, VERSION = "a" * 16, "0123456789abcdef"


class Recorder(Clients, EdgeStore):
    """Stands for both: `objects` by key, `values` by mock."""

    def __init__(self) -> None:
        self.objects: dict[str, dict[str, Any]] = {}
        self.values: dict[str, str] = {}
        self.s3 = lambda: self  # type: ignore[assignment]

    def put_object(self, *, Key: str, **given: Any) -> None:  # noqa: N803 - as boto3 names it
        self.objects[Key] = given

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
