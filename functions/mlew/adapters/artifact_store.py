import json

from mlew.adapters.bucket import Bucket
from mlew.adapters.items import Item, as_number, as_text, number, text
from mlew.adapters.keys import TenantKeys, checked_part, counted, timestamp
from mlew.adapters.table import NEW, Table
from mlew.domain.artifact import Artifact, ArtifactKind, ArtifactRef, body_model
from mlew.errors import Conflict, NotFound
from mlew.ports.artifact_store import ArtifactHead, ArtifactStore


class DynamoArtifactStore(ArtifactStore):
    """Each version is an object in S3 and an item that names it; a head item an artifact holds the newest number."""

    def __init__(self, tenant: str, table: Table, bucket: Bucket) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table
        self._bucket = bucket

    def add(self, workshop_id: str, artifact: Artifact) -> None:
        """See the port."""
        pk, sk, head = self._keys.workshop(workshop_id), _version(artifact.ref), _head(artifact.kind, artifact.scope)
        before = artifact.version - 1
        place = ("artifacts", artifact.kind, artifact.scope, counted(artifact.version, 6))
        body = self._bucket.put_json(self._keys.prefix(workshop_id, *place), artifact.model_dump_json())
        version: Item = {
            "version": number(artifact.version),
            "body": text(body),
            "created_at": text(timestamp(artifact.created_at)),
            "author": text(artifact.provenance.author),
        }
        newest: Item = {
            "kind": text(artifact.kind),
            "part": text(artifact.scope),
            "version": number(artifact.version),
            "round": number(artifact.provenance.round),
        }
        stored = self._table.together(
            self._table.storing(pk, sk, version, condition=NEW),
            self._table.storing(pk, head, newest, condition="version = :before", values={"before": number(before)})
            if before
            else self._table.storing(pk, head, newest, condition=NEW),
        )
        if not stored:
            raise Conflict.told(
                "artifact.version-taken", kind=artifact.kind, scope=artifact.scope, version=artifact.version
            )

    def get(self, workshop_id: str, ref: ArtifactRef) -> Artifact:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), _version(ref))
        if item is None:
            raise NotFound.told("artifact.no-version", version=ref.version, kind=ref.kind, scope=ref.scope)
        return self._read(ref.kind, item)

    def latest(self, workshop_id: str, kind: ArtifactKind, scope: str) -> Artifact | None:
        """See the port."""
        items = self._table.query(self._keys.workshop(workshop_id), _versions(kind, scope), descending=True, limit=1)
        item = next(items, None)
        return self._read(kind, item) if item is not None else None

    def head(self, workshop_id: str, kind: ArtifactKind, scope: str) -> ArtifactHead | None:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), _head(kind, scope))
        if item is None:
            return None
        ref = ArtifactRef(kind=kind, scope=scope, version=as_number(item, "version"))
        return ArtifactHead(ref=ref, round=as_number(item, "round"))

    def heads(self, workshop_id: str) -> list[ArtifactRef]:
        """See the port."""
        refs = [
            ArtifactRef.model_validate(
                {"kind": as_text(i, "kind"), "scope": as_text(i, "part"), "version": as_number(i, "version")}
            )
            for i in self._table.query(self._keys.workshop(workshop_id), "HEAD#")
        ]
        return sorted(refs, key=lambda r: (r.kind, r.scope))

    def versions(self, workshop_id: str, kind: ArtifactKind, scope: str) -> list[ArtifactRef]:
        """See the port."""
        items = self._table.query(self._keys.workshop(workshop_id), _versions(kind, scope))
        return [ArtifactRef(kind=kind, scope=scope, version=as_number(i, "version")) for i in items]

    def _read(self, kind: ArtifactKind, item: Item) -> Artifact:
        stored = json.loads(self._bucket.get(as_text(item, "body")))
        return Artifact.model_validate({**stored, "body": body_model(kind).model_validate(stored["body"])})


def _versions(kind: ArtifactKind, scope: str) -> str:
    return f"ARTIFACT#{kind}#{checked_part(scope)}#"


def _version(ref: ArtifactRef) -> str:
    return _versions(ref.kind, ref.scope) + counted(ref.version, 6)


def _head(kind: ArtifactKind, scope: str) -> str:
    return f"HEAD#{kind}#{checked_part(scope)}"
