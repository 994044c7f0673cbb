"""Mocks that stay where they are hosted."""

import pytest

from mlew.errors import Conflict, InputError
from mlew.services.mocks.destroying import destroy_mock
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.passcodes import set_passcode
from mlew.services.mocks.publishing import publish_version
from mlew.services.mocks.tracking_page import page_tags, track_page
from tests.unit.services.mocks.workbench import MockBench

PAGE = "https://trial.example.com/start?shop=1#/menu"


@pytest.fixture
def bench() -> MockBench:
    return MockBench()


def test_its_events_are_let_in_and_nothing_is_published(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    assert (mock.state, mock.origin, mock.version, mock.published_by) == ("live", "site", "", "someone")
    assert bench.hosting.keys.mock_of(mock.key) == mock.id
    assert bench.hosting.sites.pointers == {}
    assert bench.hosting.sites.files == {}


def test_links_lead_to_the_page_with_a_code_before_its_route(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    hosting = bench.hosting.ports
    assert hosting.address(mock) == PAGE
    assert hosting.address(mock, "abc234defg") == "https://trial.example.com/start?shop=1&t=abc234defg#/menu"
    assert hosting.address(mock, preview=True) == "https://trial.example.com/start?shop=1&preview=1#/menu"
    for link in bench.stores.mocks.links("w1", mock.id):
        assert bench.hosting.keys.some_links(mock.id, [link.code]).get(link.code) is not None


def test_another_address_keeps_key_and_links(bench: MockBench) -> None:
    first = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    links = bench.stores.mocks.links("w1", first.id)
    second = track_page(bench.work, bench.workshop, "a", "https://other.example.com", by="someone")
    assert (second.id, second.key, second.page) == (first.id, first.key, "https://other.example.com")
    assert bench.stores.mocks.links("w1", first.id) == links


def test_tags_name_our_host_and_the_key(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    tags = page_tags(bench.work, mock)
    assert tags.sdk == f'<script src="https://mocks.example/sdk/mlew-tracker.js?key={mock.key}"></script>'
    assert f'data-key="{mock.key}"' in tags.plain
    assert 'data-endpoint="https://mocks.example/v1/events"' in tags.plain


def test_a_site_that_is_published_here_is_counted_already(bench: MockBench) -> None:
    mock = ensure_mock(bench.work, bench.workshop, "a", "site")
    publish_version(bench.work, bench.workshop, mock, version="0" * 16, title="Trial", by="someone")
    with pytest.raises(Conflict, match=mock.id):
        track_page(bench.work, bench.workshop, "a", PAGE, by="someone")


def test_published_here_it_is_shown_here(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    moved = publish_version(bench.work, bench.workshop, mock, version="0" * 16, title="Trial", by="someone")
    assert bench.hosting.ports.address(moved) == f"https://sites.example/m/{mock.id}/"


def test_destroyed_it_is_counted_no_more_and_may_come_back(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    gone = destroy_mock(bench.work, bench.workshop, mock)
    assert (gone.state, gone.is_seen) == ("destroyed", False)
    assert bench.hosting.keys.mock_of(mock.key) is None
    back = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    assert (back.id, back.state) == (mock.id, "live")
    assert bench.hosting.keys.mock_of(mock.key) == mock.id


def test_a_passcode_of_ours_would_protect_nothing(bench: MockBench) -> None:
    mock = track_page(bench.work, bench.workshop, "a", PAGE, by="someone")
    with pytest.raises(InputError, match="served elsewhere"):
        set_passcode(bench.work, mock)


@pytest.mark.parametrize(
    "page", ["http://localhost:5173/", "http://127.0.0.1/x", "http://d1.cloudfront.localhost:4566/"]
)
def test_a_page_of_this_machine_needs_no_tls(bench: MockBench, page: str) -> None:
    assert track_page(bench.work, bench.workshop, "a", page, by="someone").page == page


@pytest.mark.parametrize(
    "page",
    [
        "", "trial.example.com", "http://trial.example.com/", "javascript:alert(1)", "https://", "https:///x",
        "https://user:secret@trial.example.com/", "https://trial.example.com/a b", 'https://trial.example.com/"><script>',
        "https://trial.example.com/\n", "https://[::1", "https://trial.example.com:port/", "file:///etc/hosts",
        "https://trial.example.com/" + "x" * 500,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_made(bench: MockBench, page: str) -> None:
    with pytest.raises(InputError, match="not the address"):
        track_page(bench.work, bench.workshop, "a", page, by="someone")
    assert bench.stores.mocks.list("w1") == []
