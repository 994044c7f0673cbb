"""Storing what a phase made, once, however often the phase is tried."""

from mlew.domain.artifact import Artifact, ArtifactKind, ArtifactRef, Body, Provenance, Usage
from mlew.domain.violation import Violation
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.ports.draft_store import StoredDraft
from mlew.services.work import Work


def made_in(work: Work, workshop: Workshop, kind: ArtifactKind, scope: str, round_: int) -> ArtifactRef | None:
    """The artifact that this round of the phase has already left, possibly edited since."""
    head = work.stores.artifacts.head(workshop.id, kind, scope)
    return head.ref if head is not None and head.round >= round_ else None


def store_made(
    work: Work,
    workshop: Workshop,
    kind: ArtifactKind,
    scope: str,
    body: Body,
    *,
    round_: int,
    drafts: tuple[StoredDraft, ...],
    based_on: tuple[ArtifactRef, ...] = (),
    warnings: tuple[Violation, ...] = (),
) -> ArtifactRef:
    """Add the next version. If another try of the same round was faster, its version is returned.

    `warnings`: of the body, beside the rules that drafts left broken.
    """
    head = work.stores.artifacts.head(workshop.id, kind, scope)
    artifact = Artifact(
        kind=kind,
        scope=scope,
        version=head.ref.version + 1 if head else 1,
        created_at=work.clock.now(),
        body=body,
        provenance=provenance(drafts, round_=round_, based_on=based_on),
        warnings=tuple(dict.fromkeys([*(w for d in drafts for w in d.warnings), *warnings])),
    )
    try:
        work.stores.artifacts.add(workshop.id, artifact)
    except Conflict:
        made = made_in(work, workshop, kind, scope, round_)
        if made is None:
            raise
        return made
    return artifact.ref


def provenance(drafts: tuple[StoredDraft, ...], *, round_: int, based_on: tuple[ArtifactRef, ...]) -> Provenance:
    """Who and what made it. Without drafts it was computed by this product itself."""
    usage = Usage()
    for draft in drafts:
        usage += draft.usage
    return Provenance(
        author=f"model:{drafts[0].model}" if drafts else "mlew",
        prompt=", ".join(dict.fromkeys(d.prompt for d in drafts)),
        usage=usage,
        round=round_,
        repairs=sum(d.repairs for d in drafts),
        rehearsed=any(d.rehearsed for d in drafts),
        based_on=tuple(f"{r.kind}/{r.scope}@{r.version}" for r in based_on),
    )
