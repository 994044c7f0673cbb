"""Passcodes and tries: the same contract in memory, on moto and on the embedded AWS."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import boto3
import pytest

from infra.embedded.endpoint import Endpoint
from mlew.adapters.clients import Clients
from mlew.adapters.table import Table
from mlew.adapters.unlock_store import DynamoUnlockStore
from mlew.domain.mock import Passcode
from mlew.errors import InputError
from mlew.ports.unlock_store import UnlockStore
from tests.fakes.unlocks import InMemoryUnlockStore

MOCK = "a" * 16
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PASSCODE = Passcode(salt="00", hash="11", signing_key="22")
StoreFor = Callable[[str], UnlockStore]


def on_table(session: boto3.Session) -> StoreFor:
    name = f"unlock-{uuid.uuid4().hex[:12]}"
    keys = {"pk": "HASH", "sk": "RANGE"}
    session.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": n, "KeyType": kind} for n, kind in keys.items()],  # type: ignore[typeddict-item]
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in keys],
    )
    return lambda tenant: DynamoUnlockStore(tenant, Table(Clients(session), name))


@pytest.fixture(params=["memory", "moto", pytest.param("embedded", marks=pytest.mark.embedded)])
def store_for(request: pytest.FixtureRequest) -> StoreFor:
    if request.param == "memory":
        return lambda _: InMemoryUnlockStore()
    if request.param == "moto":
        return on_table(request.getfixturevalue("moto_session"))
    endpoint: Endpoint = request.getfixturevalue("embedded_aws")
    return on_table(endpoint.session())


@pytest.fixture
def store(store_for: StoreFor) -> UnlockStore:
    return store_for("tenant")


def try_once(store: UnlockStore, now: datetime = NOW, limit: int = 3) -> int:
    return store.count_try(MOCK, now=now, limit=limit, window_seconds=600)


def test_a_passcode_is_kept_replaced_and_taken_away(store: UnlockStore) -> None:
    assert store.get(MOCK) is None
    store.put(MOCK, PASSCODE)
    assert store.get(MOCK) == PASSCODE
    store.put(MOCK, None)
    assert store.get(MOCK) is None


def test_a_full_window_is_told_with_its_end(store: UnlockStore) -> None:
    store.put(MOCK, PASSCODE)
    assert [try_once(store) for _ in range(3)] == [0, 0, 0]
    assert try_once(store, NOW + timedelta(seconds=100)) == 500
    assert store.get(MOCK) == PASSCODE


def test_a_new_window_begins_when_the_old_one_has_ended(store: UnlockStore) -> None:
    for _ in range(4):
        try_once(store)
    later = NOW + timedelta(seconds=600)
    assert [try_once(store, later) for _ in range(3)] == [0, 0, 0]
    assert try_once(store, later) == 600


def test_a_right_try_does_not_count(store: UnlockStore) -> None:
    for _ in range(10):
        assert try_once(store) == 0
        store.give_back(MOCK)


def test_more_is_never_given_back_than_was_counted(store: UnlockStore) -> None:
    for _ in range(5):
        store.give_back(MOCK)
    assert [try_once(store) for _ in range(4)].count(0) == 3


def test_a_new_passcode_forgets_the_tries_of_the_old_one(store: UnlockStore) -> None:
    for _ in range(4):
        try_once(store)
    store.put(MOCK, PASSCODE)
    assert try_once(store) == 0


@pytest.mark.embedded
def test_many_at_once_try_no_more_often_than_one_after_the_other(embedded_aws: Endpoint) -> None:
    store = on_table(embedded_aws.session())("tenant")
    with ThreadPoolExecutor(16) as pool:
        waits = list(pool.map(lambda _: try_once(store, limit=5), range(40)))
    assert waits.count(0) == 5


def test_tenants_do_not_see_each_other(store_for: StoreFor) -> None:
    store_for("one").put(MOCK, PASSCODE)
    assert store_for("two").get(MOCK) is None


@pytest.mark.parametrize("mock", ["", "A", "a#b", "../x"])
def test_what_is_no_id_never_becomes_a_key(embedded_aws: Endpoint, mock: str) -> None:
    with pytest.raises(InputError):
        on_table(embedded_aws.session())("tenant").get(mock)
