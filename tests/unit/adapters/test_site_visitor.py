"""Public addresses, in an account and on the embedded AWS."""

from typing import Any

import pytest

from mlew.adapters.clients import Clients
from mlew.adapters.site_visitor import HttpSiteVisitor, mock_addresses
from mlew.errors import InputError, StoreUnavailable
from mlew.settings import MockHosting


def clients(endpoint: str) -> Clients:
    class Client:
        class meta:  # noqa: N801 - as boto3 names it
            endpoint_url = endpoint

    made: Any = Clients()
    made.s3 = Client
    return made  # type: ignore[no-any-return]


def hosting(domain: str) -> MockHosting:
    return MockHosting(bucket="b", store_arn="a", domain=domain, site_domain="d2.cloudfront.net", metrics_table="t")


@pytest.mark.parametrize(
    ("domain", "endpoint", "address"),
    [
        ("d1.cloudfront.net", "https://s3.ap-northeast-1.amazonaws.com", "https://d1.cloudfront.net/m/m1/?t=c1"),
        ("mocks.example.com", "https://s3.ap-northeast-1.amazonaws.com", "https://mocks.example.com/m/m1/?t=c1"),
        ("d1.cloudfront.net", "http://127.0.0.1:4580", "http://d1.cloudfront.localhost:4580/m/m1/?t=c1"),
    ],
)
def test_an_address_that_a_browser_takes(domain: str, endpoint: str, address: str) -> None:
    assert mock_addresses(hosting(domain), clients(endpoint)).of("m1", "spec", code="c1") == address


def test_sites_made_elsewhere_have_another_host() -> None:
    addresses = mock_addresses(hosting("d1.cloudfront.net"), clients("https://s3.amazonaws.com"))
    assert addresses.of("m1", "site", preview=True) == "https://d2.cloudfront.net/m/m1/?preview=1"


def test_nobody_there_is_told_as_such() -> None:
    with pytest.raises(StoreUnavailable):
        HttpSiteVisitor().get("http://d1.cloudfront.localhost:9/m/m1/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x/", "m/m1", "javascript:alert(1)"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InputError):
        HttpSiteVisitor().get(url)
