"""A pair's evidence changed: the next version, on top of what anybody else has brought meanwhile."""

from collections.abc import Callable

from mlew.domain.artifact import Artifact, Provenance
from mlew.domain.evidence import Evidence
from mlew.domain.violation import Violation
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.evidence.reading import evidence_of
from mlew.services.lost_race import until_won
from mlew.services.work import Stores


def store_change(
    stores: Stores,
    clock: Clock,
    workshop: Workshop,
    pair: str,
    change: Callable[[Evidence], Evidence],
    *,
    provenance: Callable[[Artifact | None], Provenance],
    note: str = "",
    warnings: tuple[Violation, ...] | None = None,
    always: bool = False,
) -> Artifact | None:
    """The stored version; None if nothing changed (with `always` it is stored all the same).

    `change` may be called more than once; `provenance` gets the newest version. Without `warnings` those of the
    newest version stay. Two observers who send at the same moment both come through. Raises Conflict if others are
    faster again and again.
    """

    def attempt() -> Artifact | None:
        newest = stores.artifacts.latest(workshop.id, "evidence", pair)
        before = evidence_of(stores, workshop, pair)
        after = change(before)
        if after == before and not always:
            return None
        artifact = Artifact(
            kind="evidence",
            scope=pair,
            version=newest.version + 1 if newest else 1,
            created_at=clock.now(),
            body=after,
            provenance=provenance(newest),
            warnings=(newest.warnings if newest else ()) if warnings is None else warnings,
            note=note,
        )
        stores.artifacts.add(workshop.id, artifact)
        return artifact

    return until_won(attempt)


def by_person(by: str, arn: str = "") -> Callable[[Artifact | None], Provenance]:
    """Somebody brought it. The round of the phase stays that of the version before: nothing was grouped again."""

    def provenance(newest: Artifact | None) -> Provenance:
        before = newest.provenance if newest else Provenance(author=by)
        return Provenance(author=by, arn=arn, round=before.round, rehearsed=before.rehearsed)

    return provenance
