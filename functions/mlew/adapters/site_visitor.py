"""Fetch a mock as its visitors do, and know its public address, in an account and on the embedded AWS."""

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit

from mlew.adapters.clients import Clients
from mlew.domain.mock_address import MockAddresses
from mlew.errors import InputError, StoreUnavailable
from mlew.ports.site_visitor import SiteVisitor, Visit
from mlew.settings import MockHosting

TIME_LIMIT = 20.0  # seconds
LARGEST = 16 * 1024 * 1024
_HERE = "127.0.0.1"
_TESTER = "Mozilla/5.0 (simulated tester)"
"""No program by its name: what it does is counted."""
_CLOUDFRONT = ".cloudfront.net"
_CLOUDFRONT_HERE = ".cloudfront.localhost"
"""What the embedded AWS calls its distributions. Browsers take every name below localhost for this machine."""


def mock_addresses(hosting: MockHosting, clients: Clients) -> MockAddresses:
    """Where browsers find the mocks: on the embedded AWS at the port where that listens."""
    endpoint = urlsplit(clients.s3().meta.endpoint_url)

    def base(domain: str) -> str:
        if endpoint.hostname == _HERE and domain.endswith(_CLOUDFRONT):
            return f"http://{domain.removesuffix(_CLOUDFRONT)}{_CLOUDFRONT_HERE}:{endpoint.port}"
        return f"https://{domain}"

    return MockAddresses(ours=base(hosting.domain), sites=base(hosting.site_domain))


class HttpSiteVisitor(SiteVisitor):
    """Names below localhost are this machine, though its resolver may not know them."""

    def get(self, url: str, *, cookie: str = "") -> Visit:
        """See the port. Raises InputError for an address that is not http(s)."""
        return _ask("GET", url, {"User-Agent": "mlew-check", **({"Cookie": cookie} if cookie else {})})

    def post(self, url: str, body: bytes) -> Visit:
        """See the port."""
        return _ask("POST", url, {"User-Agent": _TESTER, "Content-Type": "text/plain;charset=UTF-8"}, body)


def _ask(method: str, url: str, said: Mapping[str, str], body: bytes | None = None) -> Visit:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError.told("mock.no-url", url=url[:200])
    headers = {"Host": parts.netloc, "Accept-Encoding": "identity", **said}
    target = f"{parts.path or '/'}?{parts.query}".removesuffix("?")
    connection = _connect(parts.scheme, parts.hostname, parts.port)
    try:
        connection.request(method, target, body=body, headers=headers)
        answer = connection.getresponse()
        content = answer.read(LARGEST)
    except (OSError, http.client.HTTPException) as error:
        raise StoreUnavailable.told("site.silent", netloc=parts.netloc, error=error) from error
    finally:
        connection.close()
    return Visit(answer.status, {name.lower(): value for name, value in answer.getheaders()}, content)


def _connect(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=TIME_LIMIT)
    return http.client.HTTPConnection(_HERE if host.endswith(".localhost") else host, port, timeout=TIME_LIMIT)
