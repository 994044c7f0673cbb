from collections.abc import Mapping
from typing import NamedTuple, Protocol


class Visit(NamedTuple):
    """`headers` by lower-case name."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class SiteVisitor(Protocol):
    """Fetches pages as a visitor does, through the edge. Follows no redirects."""

    def get(self, url: str, *, cookie: str = "") -> Visit:
        """Any status is an answer. Raises StoreUnavailable if there is none."""

    def post(self, url: str, body: bytes) -> Visit:
        """Sends what a page would send, as a simulated tester that is counted. Otherwise as `get`."""
