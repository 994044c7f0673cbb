from collections.abc import Mapping

from mlew.adapters.keys import checked_id, checked_part
from mlew.errors import NotFound
from mlew.ports.genu_store import GenuStore


class InMemoryGenuStore(GenuStore):
    def __init__(self) -> None:
        self._files: dict[str, dict[str, str]] = {}

    def put(self, workshop_id: str, files: Mapping[str, str]) -> None:
        for name in files:
            checked_part(name)
        self._files[checked_id(workshop_id)] = dict(files)

    def names(self, workshop_id: str) -> list[str]:
        return list(self._files.get(checked_id(workshop_id), {}))

    def get(self, workshop_id: str, name: str) -> str:
        found = self._files.get(checked_id(workshop_id), {})
        if name not in found:
            raise NotFound(f"Workshop {workshop_id} has no GenU file {name}.")
        return found[name]
