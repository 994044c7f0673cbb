from mlew.domain.mock import Population
from mlew.ports.visit_store import VisitStore

_MOST = 10_000


class LinkCodes:
    """Links that were looked up, for the life of a process: what a code means does not change.

    A code that is not known is looked up again, since links are added while a mock is live; one that is never known
    costs a read for each new session.
    """

    def __init__(self, store: VisitStore) -> None:
        self._store = store
        self._known: dict[str, tuple[str, Population, str]] = {}

    def visitor(self, mock: str, code: str) -> tuple[Population, str]:
        """Population, and the code if it is one tester's own, else "". Unknown, or of another mock: open."""
        if not code:
            return "open", ""
        if code not in self._known:
            link = self._store.link(code)
            if link is None:
                return "open", ""
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[code] = link.mock, link.population, code if link.personal else ""
        of_mock, population, visitor = self._known[code]
        return (population, visitor) if of_mock == mock else ("open", "")
