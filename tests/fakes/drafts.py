from mlew.adapters.keys import checked_id, checked_part, counted
from mlew.ports.draft_store import DraftKey, DraftStore, StoredDraft


class InMemoryDraftStore(DraftStore):
    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str], str] = {}
        self._exhausted: dict[tuple[str, str], int] = {}

    def get(self, workshop_id: str, key: DraftKey) -> StoredDraft | None:
        stored = self._drafts.get(_key(workshop_id, key))
        return StoredDraft.model_validate_json(stored) if stored is not None else None

    def put(self, workshop_id: str, key: DraftKey, draft: StoredDraft) -> StoredDraft:
        stored = self._drafts.setdefault(_key(workshop_id, key), draft.model_dump_json())
        return StoredDraft.model_validate_json(stored)

    def exhausted(self, workshop_id: str, key: DraftKey) -> int:
        return self._exhausted.get(_key(workshop_id, key), 0)

    def exhaust(self, workshop_id: str, key: DraftKey) -> None:
        self._exhausted[_key(workshop_id, key)] = self.exhausted(workshop_id, key) + 1


def _key(workshop_id: str, key: DraftKey) -> tuple[str, str]:
    return checked_id(workshop_id), f"{counted(key.round, 3)}#{checked_part(key.step)}#{checked_part(key.cell)}"
