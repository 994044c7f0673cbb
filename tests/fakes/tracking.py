from collections.abc import Iterable

from mlew.errors import Conflict
from mlew.ports.tracking import TrackedLink, TrackedMock, TrackingKeys


class InMemoryTrackingKeys(TrackingKeys):
    """Keys as they are: nobody looks into a test's memory."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._about: dict[str, TrackedMock] = {}
        self._links: dict[str, tuple[str, TrackedLink]] = {}

    def add_key(self, key: str, mock_id: str, time_zone: str, steps: Iterable[str]) -> None:
        self._keys[key] = mock_id
        self._about[mock_id] = TrackedMock(time_zone, tuple(steps))

    def revoke_key(self, key: str) -> None:
        self._keys.pop(key, None)

    def add_links(self, mock_id: str, links: Iterable[TrackedLink]) -> None:
        for link in links:
            if self._links.setdefault(link.code, (mock_id, link))[0] != mock_id:
                raise Conflict(f"The code {link.code} belongs to another mock.")
            self._links[link.code] = mock_id, link

    def mock_of(self, key: str) -> str | None:
        return self._keys.get(key)

    def about(self, mock_id: str) -> TrackedMock | None:
        return self._about.get(mock_id)

    def some_links(self, mock_id: str, codes: Iterable[str]) -> dict[str, TrackedLink]:
        found = {code: self._links[code] for code in codes if code in self._links}
        return {code: link for code, (of, link) in found.items() if of == mock_id}
