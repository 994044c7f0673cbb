"""Tracking keys on every backend: what connects a public page to its numbers."""

from collections.abc import Callable, Iterator

import boto3
import pytest
from moto import mock_aws

from infra.embedded.endpoint import Endpoint
from mlew.adapters.clients import Clients
from mlew.adapters.table import Table
from mlew.adapters.tracking_keys import DynamoTrackingKeys
from mlew.errors import Conflict, InputError
from mlew.ports.tracking import TrackedLink, TrackedMock, TrackingKeys
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.integration.adapters.metrics_table import metrics_table

MOCK, OTHER = "abcdefgh12345678", "zzzzzzzz12345678"
KEY = "key-of-a-mock"
LINK = TrackedLink("ab12cd34ef", "external", True)
KeysOf = Callable[[str], TrackingKeys]


@pytest.fixture
def keys_of(request: pytest.FixtureRequest, backend: str) -> Iterator[KeysOf]:
    if backend == "memory":
        made: dict[str, TrackingKeys] = {}
        yield lambda tenant: made.setdefault(tenant, InMemoryTrackingKeys())
    elif backend == "moto":
        with mock_aws():
            yield _on(boto3.Session("test", "test", region_name="ap-northeast-1"))
    else:
        endpoint: Endpoint = request.getfixturevalue("embedded_aws")
        yield _on(endpoint.session())


@pytest.fixture(params=["memory", "moto", pytest.param("embedded", marks=pytest.mark.embedded)])
def backend(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def _on(session: boto3.Session) -> KeysOf:
    table = Table(Clients(session), metrics_table(session))
    return lambda tenant: DynamoTrackingKeys(table, tenant)


@pytest.fixture
def keys(keys_of: KeysOf) -> TrackingKeys:
    return keys_of("tenant-a")


def test_a_key_leads_to_its_mock_until_it_is_revoked(keys: TrackingKeys) -> None:
    assert keys.mock_of(KEY) is None
    keys.add_key(KEY, MOCK, "Asia/Tokyo", ["menu", "cart"])
    assert keys.mock_of(KEY) == MOCK
    keys.revoke_key(KEY)
    assert keys.mock_of(KEY) is None
    keys.add_key(KEY, MOCK, "Asia/Tokyo", ["menu"])
    assert keys.mock_of(KEY) == MOCK
    assert keys.about(MOCK) == TrackedMock("Asia/Tokyo", ("menu",))


def test_revoking_an_unknown_key_makes_nothing(keys: TrackingKeys) -> None:
    keys.revoke_key("nobody's")
    assert keys.mock_of("nobody's") is None


def test_a_link_is_known_for_its_own_mock(keys: TrackingKeys) -> None:
    keys.add_links(MOCK, [LINK, TrackedLink("zz12cd34ef", "internal", False)])
    assert keys.some_links(MOCK, [LINK.code]).get(LINK.code) == LINK
    assert keys.some_links(OTHER, [LINK.code]).get(LINK.code) is None
    assert keys.some_links(MOCK, ["qq12cd34ef"]).get("qq12cd34ef") is None


def test_many_links_are_looked_up_together(keys: TrackingKeys) -> None:
    codes = [f"{number:010d}" for number in range(250)]
    links = {code: TrackedLink(code, "external", True) for code in codes[::2]}
    keys.add_links(MOCK, links.values())
    keys.add_links(OTHER, [LINK])
    assert keys.some_links(MOCK, [*codes, LINK.code]) == links
    assert keys.some_links(MOCK, []) == {}


def test_a_code_is_of_one_mock_only(keys: TrackingKeys) -> None:
    keys.add_links(MOCK, [LINK])
    keys.add_links(MOCK, [LINK])
    with pytest.raises(Conflict, match="another mock"):
        keys.add_links(OTHER, [LINK])
    assert keys.some_links(MOCK, [LINK.code]).get(LINK.code) == LINK


def test_tenants_do_not_see_each_others_keys(keys_of: KeysOf) -> None:
    keys_of("tenant-a").add_key(KEY, MOCK, "Asia/Tokyo", [])
    keys_of("tenant-a").add_links(MOCK, [LINK])
    other = keys_of("tenant-b")
    assert (other.mock_of(KEY), other.about(MOCK), other.some_links(MOCK, [LINK.code]).get(LINK.code)) == (
        None,
        None,
        None,
    )


def test_what_lies_in_the_table_opens_nothing() -> None:
    with mock_aws():
        session = boto3.Session("test", "test", region_name="ap-northeast-1")
        name = metrics_table(session)
        DynamoTrackingKeys(Table(Clients(session), name), "tenant-a").add_key(KEY, MOCK, "Asia/Tokyo", [])
        assert KEY not in str(session.client("dynamodb").scan(TableName=name)["Items"])


@pytest.mark.parametrize("code", ["", "ab", "AB12CD34EF", "a#b", "x" * 11])
def test_what_is_no_code_is_not_looked_up(code: str) -> None:
    with mock_aws():
        session = boto3.Session("test", "test", region_name="ap-northeast-1")
        keys = DynamoTrackingKeys(Table(Clients(session), metrics_table(session)), "tenant-a")
        with pytest.raises(InputError, match="not a link's code"):
            keys.add_links(MOCK, [TrackedLink(code, "internal", False)])
