"""A mock is destroyed, or published, while somebody else is half-way through the other."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count

import pytest

from mlew.domain.site import site_version
from mlew.errors import Conflict
from mlew.mocks.sites.preparing import PreparedSite
from mlew.services.mocks.changing import bring_back
from mlew.services.mocks.checking import check_version
from mlew.services.mocks.destroying import destroy_mock
from mlew.services.mocks.failing import record_mock_failure
from mlew.services.mocks.passcodes import set_passcode
from mlew.services.mocks.publishing import publish_version, roll_back
from mlew.services.mocks.publishing_site import publish_site
from mlew.services.mocks.tracking_page import track_page
from tests.unit.services.mocks.between_calls import BetweenCalls, Dead
from tests.unit.services.mocks.workbench import MockBench, site

NEWER = site("two")
Command = Callable[[MockBench], object]


def shown() -> MockBench:
    """Pair a's mock is live, has passed its check, and a newer version lies beside it."""
    bench = MockBench()
    check_version(bench.work, bench.publish(site()), site())
    bench.hosting.sites.put(bench.mock.id, site_version(NEWER), NEWER)
    return bench


def destroy(bench: MockBench) -> None:
    destroy_mock(bench.work, bench.workshop, bench.mock)


def publish(bench: MockBench) -> None:
    """As its state machine does."""
    publish_version(bench.work, bench.workshop, bench.mock, version=site_version(NEWER), title="Trial", by="mlew")


def publish_by_hand(bench: MockBench) -> None:
    prepared = PreparedSite(NEWER, (), "Trial", ())
    publish_site(bench.work, bench.workshop, bench.mock, prepared, by="tester")


def go_back(bench: MockBench) -> None:
    roll_back(bench.work, bench.publish(NEWER))


def fail(bench: MockBench) -> None:
    record_mock_failure(bench.work, bench.workshop, "a", error="SiteBroken", cause="")


def protect(bench: MockBench) -> None:
    set_passcode(bench.work, bench.mock)


def track(bench: MockBench) -> None:
    track_page(bench.work, bench.workshop, "a", "https://trial.example.com/", by="tester")


def is_gone(bench: MockBench) -> bool:
    """Whether nothing is left; fails if some of it is."""
    hosting, mocks = bench.hosting, bench.stores.mocks.list("w1")
    found = {
        mock.id: (
            mock.state != "destroyed" or bool(mock.version or mock.proven or mock.page or mock.passcode),
            not hosting.sites.pointers[mock.id].gone,
            hosting.keys.mock_of(mock.key) is not None,
            any(of == mock.id for of, _, _ in hosting.sites.files),
        )
        for mock in mocks
        if mock.id in hosting.sites.pointers
    }
    assert all(len(set(left)) == 1 for left in found.values()), found
    gone = not any(any(left) for left in found.values())
    assert not (gone and hosting.unlocks.passcodes)
    return gone


@pytest.mark.parametrize("dies", [False, True])
@pytest.mark.parametrize("command", [publish, publish_by_hand, go_back, fail, protect])
def test_destroyed_between_two_calls_it_is_gone(
    monkeypatch: pytest.MonkeyPatch, command: Command, *, dies: bool
) -> None:
    for after in count(1):
        bench = shown()
        with monkeypatch.context() as patched:
            between = BetweenCalls(bench, patched, everything_destroyed, after=after, dies=dies)
            with suppress(Conflict, Dead):
                command(bench)
        if between.made < after:
            assert after > 1
            return
        if dies:
            again(bench, command)
        begins_anew = command is publish_by_hand and not dies and after == 1
        assert is_gone(bench) != begins_anew, f"after call {after}"


def everything_destroyed(bench: MockBench) -> None:
    for mock in bench.stores.mocks.list("w1"):
        destroy_mock(bench.work, bench.workshop, mock)


def again(bench: MockBench, command: Command) -> None:
    """What died is tried again by its state machine; after a person's command the destruction is."""
    if command is publish:
        publish(bench)
    else:
        everything_destroyed(bench)


def test_a_page_that_stays_elsewhere_is_counted_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for after in count(1):
        bench = MockBench()
        with monkeypatch.context() as patched:
            between = BetweenCalls(bench, patched, everything_destroyed, after=after)
            with suppress(Conflict):
                track(bench)
        if between.made < after:
            return
        [mock] = bench.stores.mocks.list("w1")
        if mock.state == "destroyed":
            assert (mock.page, bench.hosting.keys.mock_of(mock.key)) == ("", None), f"after call {after}"
        else:  # it was counted for the first time when there was nothing to destroy
            assert (mock.page, bench.hosting.keys.mock_of(mock.key)) == ("https://trial.example.com/", mock.id)


@pytest.mark.parametrize("command", [publish, protect])
def test_what_is_done_between_two_calls_of_destroying_is_gone_too(
    monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    for after in count(1):
        bench = shown()

        def meanwhile(on: MockBench) -> None:
            with suppress(Conflict):
                command(on)

        with monkeypatch.context() as patched:
            between = BetweenCalls(bench, patched, meanwhile, after=after)
            destroy(bench)
        if between.made < after:
            return
        assert is_gone(bench), f"after call {after}"


def test_people_who_publish_between_two_calls_of_destroying_get_all_or_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for after in count(1):
        bench = shown()
        with monkeypatch.context() as patched:
            between = BetweenCalls(bench, patched, publish_by_hand, after=after)
            destroy(bench)
        is_gone(bench)
        if between.made < after:
            return


def test_brought_back_by_people_it_is_published_whole() -> None:
    bench = shown()
    destroy(bench)
    bring_back(bench.stores.mocks, bench.mock)
    bench.hosting.sites.put(bench.mock.id, site_version(NEWER), NEWER)
    publish(bench)
    assert bench.mock.state == "live"
    assert bench.hosting.sites.pointers[bench.mock.id].version == site_version(NEWER)


def test_a_try_that_died_leaves_nothing_of_a_destroyed_mock() -> None:
    bench = shown()
    destroy(bench)
    mock = bench.mock
    bench.hosting.keys.add_key(mock.key, mock.id, "Asia/Tokyo", [])
    bench.hosting.sites.point(mock.id, site_version(NEWER), kind="spec", locale="ja")
    publish(bench)
    assert is_gone(bench)
    bench.hosting.sites.point(mock.id, site_version(NEWER), kind="spec", locale="ja")
    fail(bench)
    assert is_gone(bench)
