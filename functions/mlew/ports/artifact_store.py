from typing import Protocol

from mlew.domain.artifact import Artifact, ArtifactKind, ArtifactRef


class ArtifactStore(Protocol):
    """Versions of artifacts. Nothing stored is ever changed or removed while the workshop lives."""

    def add(self, workshop_id: str, artifact: Artifact) -> None:
        """Store `artifact.version`, which is the latest + 1 (1 if first). Raises Conflict if that version is taken."""

    def get(self, workshop_id: str, ref: ArtifactRef) -> Artifact:
        """Raises NotFound."""

    def latest(self, workshop_id: str, kind: ArtifactKind, scope: str) -> Artifact | None:
        """The newest version, or None."""

    def heads(self, workshop_id: str) -> list[ArtifactRef]:
        """The newest version of every artifact, ordered by kind and scope."""

    def versions(self, workshop_id: str, kind: ArtifactKind, scope: str) -> list[ArtifactRef]:
        """All versions, oldest first."""
