import json

from mlew.adapters.keys import checked_id, checked_part, counted
from mlew.domain.artifact import Artifact, ArtifactKind, ArtifactRef, body_model
from mlew.errors import Conflict, NotFound
from mlew.ports.artifact_store import ArtifactHead, ArtifactStore


class InMemoryArtifactStore(ArtifactStore):
    def __init__(self) -> None:
        self._versions: dict[tuple[str, ArtifactKind, str], list[str]] = {}

    def add(self, workshop_id: str, artifact: Artifact) -> None:
        checked_part(artifact.scope)
        counted(artifact.version, 6)
        versions = self._versions.setdefault((checked_id(workshop_id), artifact.kind, artifact.scope), [])
        if artifact.version != len(versions) + 1:
            raise Conflict(f"{artifact.kind} ({artifact.scope}): version {artifact.version} is taken or not the next.")
        versions.append(artifact.model_dump_json())

    def get(self, workshop_id: str, ref: ArtifactRef) -> Artifact:
        counted(ref.version, 6)
        versions = self._of(workshop_id, ref.kind, ref.scope)
        if ref.version > len(versions):
            raise NotFound(f"There is no version {ref.version} of {ref.kind} ({ref.scope}).")
        return _parsed(ref.kind, versions[ref.version - 1])

    def latest(self, workshop_id: str, kind: ArtifactKind, scope: str) -> Artifact | None:
        versions = self._of(workshop_id, kind, scope)
        return _parsed(kind, versions[-1]) if versions else None

    def head(self, workshop_id: str, kind: ArtifactKind, scope: str) -> ArtifactHead | None:
        latest = self.latest(workshop_id, kind, scope)
        return ArtifactHead(ref=latest.ref, round=latest.provenance.round) if latest else None

    def heads(self, workshop_id: str) -> list[ArtifactRef]:
        checked_id(workshop_id)
        heads = [
            ArtifactRef(kind=kind, scope=scope, version=len(versions))
            for (workshop, kind, scope), versions in self._versions.items()
            if workshop == workshop_id and versions
        ]
        return sorted(heads, key=lambda r: (r.kind, r.scope))

    def versions(self, workshop_id: str, kind: ArtifactKind, scope: str) -> list[ArtifactRef]:
        stored = self._of(workshop_id, kind, scope)
        return [ArtifactRef(kind=kind, scope=scope, version=i + 1) for i in range(len(stored))]

    def _of(self, workshop_id: str, kind: ArtifactKind, scope: str) -> list[str]:
        return self._versions.get((checked_id(workshop_id), kind, checked_part(scope)), [])


def _parsed(kind: ArtifactKind, stored: str) -> Artifact:
    record = json.loads(stored)
    return Artifact.model_validate({**record, "body": body_model(kind).model_validate(record["body"])})
