from typing import Protocol

from mlew.domain.artifact import Usage
from mlew.domain.base import Model
from mlew.domain.violation import Violation


class DraftKey(Model):
    """Which piece of work: `step` is a definition's id, `cell` e.g. "team", "a", "a.Q3.child"; `round` of the phase."""

    step: str
    cell: str
    round: int


class StoredDraft(Model):
    """A validated draft as JSON, with how it came to be."""

    draft: dict[str, object]
    model: str
    prompt: str
    usage: Usage
    repairs: int = 0
    rehearsed: bool = False
    warnings: tuple[Violation, ...] = ()


class DraftStore(Protocol):
    """Finished model work, kept so that a retry or a resume never asks again."""

    def get(self, workshop_id: str, key: DraftKey) -> StoredDraft | None:
        """The finished draft, or None."""

    def put(self, workshop_id: str, key: DraftKey, draft: StoredDraft) -> StoredDraft:
        """Store if there is none yet; returns what is stored (the first one wins)."""

    def exhausted(self, workshop_id: str, key: DraftKey) -> int:
        """How many conversations for this key ended without a usable draft; the next one asks anew."""

    def exhaust(self, workshop_id: str, key: DraftKey) -> None:
        """Count one more of them."""
