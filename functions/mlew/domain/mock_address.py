"""The public address of a mock."""

from urllib.parse import urlencode, urlsplit

from mlew.domain.base import Model
from mlew.domain.mock import MockOrigin


class MockAddresses(Model):
    """`ours`, `sites`: scheme and host of what serves our mocks, and of what serves sites made elsewhere."""

    ours: str
    sites: str

    def of(self, mock_id: str, origin: MockOrigin, *, code: str = "", preview: bool = False) -> str:
        """`code`: of a link, which tells the population. `preview`: own testing, which is not counted."""
        base = self.sites if origin == "site" else self.ours
        return page_address(f"{base}/m/{mock_id}/", code=code, preview=preview)


def page_address(page: str, *, code: str = "", preview: bool = False) -> str:
    """`page` with what its tracker reads; its own query and its route in the hash stay."""
    asked = ({"t": code} if code else {}) | ({"preview": "1"} if preview else {})
    parts = urlsplit(page)
    return parts._replace(query="&".join(filter(None, (parts.query, urlencode(asked))))).geturl()
