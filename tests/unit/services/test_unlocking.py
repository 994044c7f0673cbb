"""Trying passcodes."""

from datetime import UTC, datetime, timedelta

import pytest

from mlew.domain.passcode import protect
from mlew.services.unlocking import TRIES, WINDOW_SECONDS, unlock
from tests.fakes.unlocks import InMemoryUnlockStore

MOCK = "a" * 16
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def store() -> InMemoryUnlockStore:
    made = InMemoryUnlockStore()
    made.put(MOCK, protect("k7mqa-9fvxw"))
    return made


def test_the_right_one_opens(store: InMemoryUnlockStore) -> None:
    attempt = unlock(store, MOCK, "k7mqa-9fvxw", NOW)
    assert attempt.outcome == "open"
    assert attempt.cookie
    assert attempt.cookie.name == f"mlew-pass-{MOCK}"


@pytest.mark.parametrize("mock", [MOCK, "b" * 16])
def test_a_wrong_one_and_an_unknown_mock_look_the_same(store: InMemoryUnlockStore, mock: str) -> None:
    attempt = unlock(store, mock, "zzzzz-zzzzz", NOW)
    assert (attempt.outcome, attempt.cookie) == ("wrong", None)


def test_a_room_full_of_people_with_the_right_one_comes_in(store: InMemoryUnlockStore) -> None:
    assert {unlock(store, MOCK, "k7mqa-9fvxw", NOW).outcome for _ in range(3 * TRIES)} == {"open"}


def test_after_too_many_wrong_ones_even_the_right_one_waits(store: InMemoryUnlockStore) -> None:
    for _ in range(TRIES):
        assert unlock(store, MOCK, "zzzzz-zzzzz", NOW).outcome == "wrong"
    attempt = unlock(store, MOCK, "k7mqa-9fvxw", NOW + timedelta(seconds=60))
    assert (attempt.outcome, attempt.wait_seconds) == ("wait", WINDOW_SECONDS - 60)
    later = NOW + timedelta(seconds=WINDOW_SECONDS)
    assert unlock(store, MOCK, "k7mqa-9fvxw", later).outcome == "open"
