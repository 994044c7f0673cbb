import itertools
from dataclasses import dataclass, field

from mlew.domain.mock_address import MockAddresses
from mlew.services.mocks.hosting import Hosting
from tests.fakes.sites import FakeVisitor, InMemorySiteHost
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.fakes.unlocks import InMemoryUnlockStore

ADDRESSES = MockAddresses(ours="https://mocks.example", sites="https://sites.example")


@dataclass
class FakeHosting:
    """All of a deployment's hosting in memory; `ports` is what services get."""

    sites: InMemorySiteHost = field(default_factory=InMemorySiteHost)
    keys: InMemoryTrackingKeys = field(default_factory=InMemoryTrackingKeys)
    unlocks: InMemoryUnlockStore = field(default_factory=InMemoryUnlockStore)

    def __post_init__(self) -> None:
        self.visitor = FakeVisitor(self.sites)
        numbers = itertools.count(1)
        self.ports = Hosting(
            sites=self.sites,
            visitor=self.visitor,
            keys=self.keys,
            unlocks=self.unlocks,
            addresses=lambda: ADDRESSES,
            draw=lambda length: f"{next(numbers)}".rjust(length, "a"),
        )
