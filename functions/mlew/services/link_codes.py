from mlew.domain.mock import Population
from mlew.ports.tracking import TrackingKeys

_MOST = 10_000


class LinkCodes:
    """Links that were looked up, for the life of a process: what a code means does not change.

    A code that is not known is looked up again, since links are added while a mock is live; one that is never known
    costs a read for each new session.
    """

    def __init__(self, tracking: TrackingKeys) -> None:
        self._tracking = tracking
        self._known: dict[tuple[str, str], tuple[Population, str]] = {}

    def visitor(self, mock: str, code: str) -> tuple[Population, str]:
        """Population, and the code if it is one tester's own, else "". Unknown, or of another mock: open."""
        if not code:
            return "open", ""
        if (mock, code) not in self._known:
            link = self._tracking.link(mock, code)
            if link is None:
                return "open", ""
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[mock, code] = link.population, code if link.personal else ""
        return self._known[mock, code]
