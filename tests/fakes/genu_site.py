"""An installation of GenU in memory."""

from collections.abc import Callable, Mapping
from typing import Any

from mlew.errors import NotFound
from mlew.ports.genu_site import KeptUseCase, Unsettled


class InMemoryGenuSite:
    """`open_ends`: for each of the next calls that change something once, whether it is carried out although the answer
    gets lost (True) or not (False). `calls`: what was asked, in order."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.shared: dict[str, bool] = {}
        self.open_ends: list[bool] = []
        self.calls: list[str] = []

    def mine(self) -> tuple[KeptUseCase, ...]:
        """See GenuSite."""
        self.calls.append("list")
        return tuple(
            KeptUseCase(id=identifier, title=content["title"], shared=self.shared[identifier])
            for identifier, content in reversed(self.kept.items())
        )

    def content(self, identifier: str) -> Mapping[str, Any]:
        """See GenuSite."""
        self.calls.append("get")
        return dict(self._found(identifier))

    def create(self, content: Mapping[str, Any]) -> str:
        """See GenuSite."""
        self.calls.append("create")
        identifier = f"u{len(self.kept) + 1}"

        def carry_out() -> None:
            self.kept[identifier] = dict(content)
            self.shared[identifier] = False

        self._open_ended(carry_out)
        return identifier

    def update(self, identifier: str, content: Mapping[str, Any]) -> None:
        """See GenuSite."""
        self.calls.append("update")
        self._found(identifier)
        self.kept[identifier] = dict(content)

    def flip_shared(self, identifier: str) -> bool:
        """See GenuSite."""
        self.calls.append("flip")
        self._found(identifier)

        def carry_out() -> None:
            self.shared[identifier] = not self.shared[identifier]

        self._open_ended(carry_out)
        return self.shared[identifier]

    def _found(self, identifier: str) -> dict[str, Any]:
        if identifier not in self.kept:
            raise NotFound("Use case not found")
        return self.kept[identifier]

    def _open_ended(self, carry_out: Callable[[], None]) -> None:
        ends = self.open_ends.pop(0) if self.open_ends else None
        if ends is not False:
            carry_out()
        if ends is not None:
            raise Unsettled("no answer")
