"""The end of a mock."""

import pytest

from mlew.errors import StoreUnavailable
from mlew.services.mocks.changing import bring_back
from mlew.services.mocks.destroying import destroy_mock
from mlew.services.mocks.passcodes import set_passcode
from tests.unit.services.mocks.workbench import MockBench, site


@pytest.fixture
def bench() -> MockBench:
    made = MockBench()
    made.publish(site())
    set_passcode(made.work, made.mock)
    return made


def assert_gone(bench: MockBench) -> None:
    mock = bench.mock
    assert (mock.state, mock.version, mock.proven, mock.passcode) == ("destroyed", "", "", None)
    assert bench.hosting.sites.pointers[mock.id].gone
    assert bench.hosting.sites.files == {}
    assert bench.hosting.keys.mock_of(mock.key) is None
    assert bench.hosting.unlocks.passcodes == {}


def test_nothing_is_left_but_the_numbers(bench: MockBench) -> None:
    destroy_mock(bench.work, bench.workshop, bench.mock)
    assert_gone(bench)
    assert bench.hosting.keys.about(bench.mock.id) is not None


def test_destroyed_twice_is_destroyed(bench: MockBench) -> None:
    first = destroy_mock(bench.work, bench.workshop, bench.mock)
    assert destroy_mock(bench.work, bench.workshop, bench.mock) == first


@pytest.mark.parametrize("at", ["bury", "remove_files"])
def test_what_a_first_try_left_over_a_second_one_takes_away(
    bench: MockBench, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def dies(*_: object) -> None:
        raise StoreUnavailable("gone")

    with monkeypatch.context() as patched:
        patched.setattr(bench.hosting.sites, at, dies)
        with pytest.raises(StoreUnavailable):
            destroy_mock(bench.work, bench.workshop, bench.mock)
    assert bench.mock.state == "live"
    destroy_mock(bench.work, bench.workshop, bench.mock)
    assert_gone(bench)


def test_what_is_published_again_is_back_at_its_address(bench: MockBench) -> None:
    gone = destroy_mock(bench.work, bench.workshop, bench.mock)
    bring_back(bench.stores.mocks, gone)
    back = bench.publish(site())
    assert (back.id, back.state) == (gone.id, "live")
    assert bench.hosting.keys.mock_of(back.key) == back.id
