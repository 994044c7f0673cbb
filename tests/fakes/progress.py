from mlew.adapters.keys import checked_id, timestamp
from mlew.domain.progress import Progress
from mlew.errors import InputError
from mlew.ports.progress_log import ProgressLog


class InMemoryProgressLog(ProgressLog):
    def __init__(self) -> None:
        self._entries: dict[str, list[Progress]] = {}
        self._explanations: dict[tuple[str, str], str] = {}

    def add(self, workshop_id: str, progress: Progress) -> None:
        timestamp(progress.at)
        entries = self._entries.setdefault(checked_id(workshop_id), [])
        if progress not in entries:
            entries.append(progress)

    def since(self, workshop_id: str, cursor: str = "") -> tuple[list[Progress], str]:
        entries = self._entries.get(checked_id(workshop_id), [])
        if cursor and not cursor.isdecimal():
            raise InputError(f"{cursor!r} is not a cursor.")
        return sorted(entries[int(cursor or 0) :], key=lambda p: p.at), str(len(entries))

    def explain(self, workshop_id: str, request_id: str, message: str) -> None:
        self._explanations[checked_id(workshop_id), request_id] = message

    def explanation(self, workshop_id: str, request_id: str) -> str:
        return self._explanations.get((checked_id(workshop_id), request_id), "")
