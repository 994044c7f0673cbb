"""Mocks that open for those who know the passcode."""

import pytest

from mlew.domain.passcode import matches
from mlew.errors import Conflict
from mlew.services.mocks.destroying import destroy_mock
from mlew.services.mocks.passcodes import clear_passcode, set_passcode
from tests.unit.services.mocks.workbench import MockBench, site


@pytest.fixture
def bench() -> MockBench:
    made = MockBench()
    made.publish(site())
    return made


def key_at_the_edge(bench: MockBench) -> str:
    return bench.hosting.sites.pointers[bench.mock.id].signing_key


def test_a_passcode_is_known_where_it_is_asked_for_and_stands_nowhere(bench: MockBench) -> None:
    passcode = set_passcode(bench.work, bench.mock)
    stored = bench.mock.passcode
    assert stored is not None
    assert matches(stored, passcode)
    assert bench.hosting.unlocks.get(bench.mock.id) == stored
    assert key_at_the_edge(bench) == stored.signing_key
    assert passcode not in bench.mock.model_dump_json()


def test_a_new_passcode_ends_what_an_earlier_one_opened(bench: MockBench) -> None:
    first = set_passcode(bench.work, bench.mock)
    key = key_at_the_edge(bench)
    second = set_passcode(bench.work, bench.mock)
    assert second != first
    assert key_at_the_edge(bench) != key


def test_a_cleared_mock_is_open_to_all(bench: MockBench) -> None:
    set_passcode(bench.work, bench.mock)
    clear_passcode(bench.work, bench.mock)
    assert key_at_the_edge(bench) == ""
    assert bench.hosting.unlocks.passcodes == {}


def test_the_next_version_is_protected_too(bench: MockBench) -> None:
    set_passcode(bench.work, bench.mock)
    key = key_at_the_edge(bench)
    bench.publish(site("two"))
    assert key_at_the_edge(bench) == key


def test_a_mock_can_be_protected_before_it_is_shown() -> None:
    bench = MockBench()
    set_passcode(bench.work, bench.mock)
    assert bench.hosting.sites.pointers == {}
    bench.publish(site())
    assert key_at_the_edge(bench)


def test_what_was_destroyed_cannot_be_protected(bench: MockBench) -> None:
    destroy_mock(bench.work, bench.workshop, bench.mock)
    with pytest.raises(Conflict):
        set_passcode(bench.work, bench.mock)
