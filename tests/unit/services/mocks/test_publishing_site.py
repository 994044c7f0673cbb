"""Sites made elsewhere as mocks."""

import pytest

from mlew.errors import InputError, SiteBroken, SiteUnsettled
from mlew.ports.site_visitor import Visit
from mlew.services.mocks.passcodes import set_passcode
from mlew.services.mocks.publishing_site import base_path, check_site, prepared_for, publish_site, site_mock
from tests.unit.services.mocks.workbench import MockBench

PAGE = b"<!doctype html><title>Fax reader</title><link rel=stylesheet href=/a.css>"
FILES = (("index.html", PAGE), ("a.css", b"a{}"), ("about/index.html", PAGE), ("\u65e5 \u672c.css", b"a{}"))


@pytest.fixture
def bench() -> MockBench:
    made = MockBench()
    made.hosting.visitor.headers = {"content-security-policy": "default-src 'self'; script-src 'unsafe-inline'"}
    return made


def publish(bench: MockBench, files: tuple[tuple[str, bytes], ...] = FILES) -> None:
    mock = site_mock(bench.work, bench.workshop, "a")
    site = prepared_for(mock, files)
    before = bench.hosting.sites.pointer(mock.id)
    published = publish_site(bench.work, bench.workshop, mock, site, by="tester")
    check_site(bench.work, published, site.files, before.folders if before else ())


def test_the_address_is_known_before_anything_is_published(bench: MockBench) -> None:
    mock = site_mock(bench.work, bench.workshop, "a")
    assert base_path(mock) == f"/m/{mock.id}/"
    publish(bench)
    assert site_mock(bench.work, bench.workshop, "a").id == mock.id
    assert bench.mock.id != mock.id


def test_it_is_live_counted_and_checked_through_the_edge(bench: MockBench) -> None:
    publish(bench)
    mock = site_mock(bench.work, bench.workshop, "a")
    assert (mock.state, mock.title, mock.origin, mock.proven) == ("live", "Fax reader", "site", mock.version)
    assert bench.hosting.keys.mock_of(mock.key) == mock.id
    pointer = bench.hosting.sites.pointers[mock.id]
    assert (pointer.kind, pointer.folders) == ("site", ("about",))
    assert f"https://sites.example/m/{mock.id}/%E6%97%A5%20%E6%9C%AC.css" in bench.hosting.visitor.asked
    served = bench.hosting.sites.files[mock.id, mock.version, "index.html"].content.decode()
    assert f"href={base_path(mock)}a.css" in served.replace('"', "")
    assert f'data-key="{mock.key}"' in served


def test_published_again_it_keeps_address_key_and_passcode(bench: MockBench) -> None:
    publish(bench)
    first = site_mock(bench.work, bench.workshop, "a")
    set_passcode(bench.work, first)
    publish(bench, (("index.html", b"<title>Second</title>"),))
    second = site_mock(bench.work, bench.workshop, "a")
    assert (second.id, second.key) == (first.id, first.key)
    assert second.version != first.version
    assert second.passcode is not None
    assert bench.hosting.sites.pointers[second.id].signing_key == second.passcode.signing_key


def test_a_version_that_is_served_wrong_gives_way_with_its_folders(bench: MockBench) -> None:
    publish(bench)
    first = site_mock(bench.work, bench.workshop, "a")
    bench.hosting.visitor.broken["b.css"] = Visit(500, {}, b"")
    with pytest.raises(SiteBroken):
        publish(bench, (("index.html", b"<title>Second</title>"), ("b.css", b"a{}")))
    pointer = bench.hosting.sites.pointers[first.id]
    assert (pointer.version, pointer.folders) == (first.version, ("about",))


def test_a_first_version_that_is_served_wrong_has_failed(bench: MockBench) -> None:
    bench.hosting.visitor.broken["a.css"] = Visit(404, {}, b"")
    with pytest.raises(SiteBroken):
        publish(bench)
    mock = site_mock(bench.work, bench.workshop, "a")
    assert (mock.state, "a.css" in mock.failure) == ("failed", True)


def test_an_edge_that_is_behind_is_no_failure(bench: MockBench) -> None:
    publish(bench)
    mock = site_mock(bench.work, bench.workshop, "a")
    bench.hosting.visitor.behind[mock.id] = bench.hosting.sites.pointers[mock.id]
    with pytest.raises(SiteUnsettled):
        publish(bench, (("index.html", b"<title>Second</title>"),))


def test_what_was_refused_is_not_published(bench: MockBench) -> None:
    with pytest.raises(InputError):
        publish(bench, (("home.html", PAGE),))
    assert bench.hosting.sites.files == {}


def test_a_pair_that_is_not_there_has_no_site(bench: MockBench) -> None:
    with pytest.raises(InputError, match="not a pair"):
        site_mock(bench.work, bench.workshop, "nobody")
