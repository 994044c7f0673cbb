"""What mocks are put in front of people with."""

from collections.abc import Callable
from dataclasses import dataclass

from mlew.domain.mock import Mock
from mlew.domain.mock_address import MockAddresses, page_address
from mlew.errors import SetupError
from mlew.ports.site_host import SiteHost
from mlew.ports.site_visitor import SiteVisitor
from mlew.ports.tracking import TrackingKeys
from mlew.ports.unlock_store import UnlockStore


@dataclass(frozen=True)
class Hosting:
    """`addresses`: looked up when one is needed. `draw`: so many characters of [a-z0-9] that nobody can guess."""

    sites: SiteHost
    visitor: SiteVisitor
    keys: TrackingKeys
    unlocks: UnlockStore
    addresses: Callable[[], MockAddresses]
    draw: Callable[[int], str]

    def address(self, mock: Mock, code: str = "", *, preview: bool = False) -> str:
        """Where people find it; `code` of a link. `preview`: own testing, which is not counted."""
        if mock.page:
            return page_address(mock.page, code=code, preview=preview)
        return self.addresses().of(mock.id, mock.origin, code=code, preview=preview)


def hosted(hosting: Hosting | None) -> Hosting:
    """Raises SetupError if this deployment hosts no mocks."""
    if hosting is None:
        raise SetupError.told("deployment.no-mocks")
    return hosting
