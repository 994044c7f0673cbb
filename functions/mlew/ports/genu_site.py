"""A GenU installation, as one signed-in user sees it."""

from collections.abc import Mapping
from typing import Any, Protocol

from mlew.domain.base import Model
from mlew.errors import SetupError


class Unsettled(SetupError):
    """Raise when nobody knows whether GenU has done something that must not be done twice: look before the next try."""


class KeptUseCase(Model):
    """One of the user's own use cases."""

    id: str
    title: str
    shared: bool


class GenuSite(Protocol):
    """The part of GenU's API that pushing needs. Everything may raise SetupError."""

    def mine(self) -> tuple[KeptUseCase, ...]:
        """All use cases of the user, the newest first."""
        ...

    def content(self, identifier: str) -> Mapping[str, Any]:
        """The six fields as stored (an empty description may be missing)."""
        ...

    def create(self, content: Mapping[str, Any]) -> str:
        """A new use case; returns its id. Raises Unsettled if it may exist now."""
        ...

    def update(self, identifier: str, content: Mapping[str, Any]) -> None:
        """Replace the six fields."""
        ...

    def flip_shared(self, identifier: str) -> bool:
        """Share it if it is not shared, stop sharing it if it is; returns the new state. Raises Unsettled."""
        ...
