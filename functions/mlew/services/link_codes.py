from collections.abc import Callable, Iterable

from mlew.domain.mock import Population
from mlew.ports.tracking import TrackingKeys

_MOST = 10_000
UNKNOWN_SECONDS = 10.0
"""Links are added while a mock is live."""
_OPEN: tuple[Population, str] = ("open", "")


class LinkCodes:
    """Links that were looked up, for the life of a process: what a code means does not change.

    A code that is not known is remembered for a short time: anybody can make one up, and a new one for each session.
    """

    def __init__(self, tracking: TrackingKeys, seconds: Callable[[], float]) -> None:
        """`seconds`: a clock that never goes back."""
        self._tracking = tracking
        self._seconds = seconds
        self._known: dict[tuple[str, str], tuple[Population, str]] = {}
        self._unknown: dict[tuple[str, str], float] = {}

    def visitors(self, mock: str, codes: Iterable[str]) -> dict[str, tuple[Population, str]]:
        """By code: population, and the code if it is one tester's own, else "". Unknown, or of another mock: open."""
        told = {code: self._known.get((mock, code), _OPEN) for code in codes}
        return told | self._looked_up(mock, {code for code in told if code and not self._is_remembered(mock, code)})

    def _is_remembered(self, mock: str, code: str) -> bool:
        return (mock, code) in self._known or self._unknown.get((mock, code), 0.0) > self._seconds()

    def _looked_up(self, mock: str, codes: set[str]) -> dict[str, tuple[Population, str]]:
        if not codes:
            return {}
        found = self._tracking.some_links(mock, sorted(codes))
        for remembered, more in ((self._known, len(found)), (self._unknown, len(codes) - len(found))):
            if len(remembered) + more > _MOST:
                remembered.clear()
        until = self._seconds() + UNKNOWN_SECONDS
        self._unknown.update(((mock, code), until) for code in codes - found.keys())
        told = {code: (link.population, code if link.personal else "") for code, link in found.items()}
        self._known.update(((mock, code), visitor) for code, visitor in told.items())
        return told
