from datetime import datetime

from mlew.adapters.keys import checked_id, checked_part, timestamp
from mlew.ports.answer_store import AnswerStore
from mlew.ports.model import ModelAnswer


class InMemoryAnswerStore(AnswerStore):
    def __init__(self) -> None:
        self._begun: set[tuple[str, str]] = set()
        self._reserved: dict[tuple[str, str], float] = {}
        self._answers: dict[tuple[str, str], str] = {}

    def get(self, workshop_id: str, request_hash: str) -> ModelAnswer | None:
        stored = self._answers.get((checked_id(workshop_id), checked_part(request_hash)))
        return ModelAnswer.model_validate_json(stored) if stored is not None else None

    def begin(self, workshop_id: str, request_hash: str, *, at: datetime, reserved: float) -> bool:
        timestamp(at)
        key = (checked_id(workshop_id), checked_part(request_hash))
        lost = key in self._begun and key not in self._answers
        self._begun.add(key)
        self._reserved[key] = reserved
        return not lost

    def put(self, workshop_id: str, request_hash: str, answer: ModelAnswer) -> None:
        self._answers[(checked_id(workshop_id), checked_part(request_hash))] = answer.model_dump_json()

    def release(self, workshop_id: str, request_hash: str) -> float | None:
        return self._reserved.pop((checked_id(workshop_id), checked_part(request_hash)), None)
