"""The same contract on three backends: fakes, moto, and the embedded AWS. Each of the last two is lax elsewhere."""

import uuid
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

import boto3
import pytest
from moto import mock_aws

from infra.embedded.endpoint import Endpoint
from mlew.composition import stores as aws_stores
from mlew.services.work import Stores
from tests.fakes import in_memory_stores

REGION: Final = "ap-northeast-1"
StoresFor = Callable[[str], Stores]


def aws_stores_on(session: boto3.Session) -> StoresFor:
    """Stores over a table and a bucket of their own."""
    name = f"contract-{uuid.uuid4().hex[:12]}"
    session.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
    )
    session.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return cache(lambda tenant: aws_stores(tenant, name, name, session))


@pytest.fixture(scope="module")
def moto_session() -> Iterator[boto3.Session]:
    with mock_aws():
        yield boto3.Session("test", "test", region_name=REGION)


@pytest.fixture(scope="module", params=["memory", "moto", pytest.param("embedded", marks=pytest.mark.embedded)])
def stores_for(request: pytest.FixtureRequest) -> StoresFor:
    """Stores of a tenant, on one backend that all its tenants share."""
    if request.param == "memory":
        return cache(in_memory_stores)
    if request.param == "moto":
        return aws_stores_on(request.getfixturevalue("moto_session"))
    endpoint: Endpoint = request.getfixturevalue("embedded_aws")
    return aws_stores_on(endpoint.session())


@pytest.fixture
def tenant() -> str:
    """A tenant of its own for every test."""
    return f"t-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def stores(stores_for: StoresFor, tenant: str) -> Stores:
    return stores_for(tenant)
