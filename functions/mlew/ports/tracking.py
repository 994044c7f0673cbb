"""Tracking keys: what connects a public page to its numbers. A key adds events to one mock and does nothing else."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from mlew.domain.mock import Population


class TrackedLink(NamedTuple):
    """A link as numbers know it. `personal`: given to one tester, so that its sessions are one visitor.

    The tester's name stays with the mock.
    """

    code: str
    population: Population
    personal: bool


class TrackedMock(NamedTuple):
    """What numbers need to know of a mock: an IANA time zone, and its steps in order, by id."""

    time_zone: str
    steps: tuple[str, ...]


class TrackingKeys(Protocol):
    """Keys are stored as hashes, and found by them: what lies in the table opens nothing."""

    def add_key(self, key: str, mock_id: str, time_zone: str, steps: Iterable[str]) -> None:
        """Let events of this key in, counted for the mock. Added again, time zone and steps are replaced."""

    def revoke_key(self, key: str) -> None:
        """Refuse this key from now on (the intake follows within 60 s). One that is unknown is no error."""

    def add_links(self, mock_id: str, links: Iterable[TrackedLink]) -> None:
        """Tell the numbers which population a code stands for. Raises Conflict if it is another mock's code."""

    def mock_of(self, key: str) -> str | None:
        """Id of the mock that events of this key are for; None if it is unknown or revoked."""

    def about(self, mock_id: str) -> TrackedMock | None:
        """None if no key was added for this mock."""

    def some_links(self, mock_id: str, codes: Iterable[str]) -> dict[str, TrackedLink]:
        """By code, in as few requests as possible; without those that are unknown, or of another mock."""
