from typing import Protocol

from mlew.domain.artifact import Artifact, ArtifactKind, ArtifactRef
from mlew.domain.base import Model


class ArtifactHead(Model):
    """The newest version, and the round of its phase that it belongs to."""

    ref: ArtifactRef
    round: int


class ArtifactStore(Protocol):
    """Versions of artifacts. Nothing stored is ever changed or removed while the workshop lives."""

    def add(self, workshop_id: str, artifact: Artifact) -> None:
        """Store `artifact.version`, which is the latest + 1 (1 if first). Raises Conflict if that version is taken."""

    def get(self, workshop_id: str, ref: ArtifactRef) -> Artifact:
        """Raises NotFound."""

    def latest(self, workshop_id: str, kind: ArtifactKind, scope: str) -> Artifact | None:
        """The newest version, or None."""

    def head(self, workshop_id: str, kind: ArtifactKind, scope: str) -> ArtifactHead | None:
        """Which version is the newest, without reading it; None if there is none."""

    def heads(self, workshop_id: str) -> list[ArtifactRef]:
        """The newest version of every artifact, ordered by kind and scope."""

    def versions(self, workshop_id: str, kind: ArtifactKind, scope: str) -> list[ArtifactRef]:
        """All versions, oldest first."""
