"""Day0: is everything there? No model takes part."""

from mlew.domain.artifact import TEAM, ArtifactKind, ArtifactRef
from mlew.domain.readiness import Readiness, ReadinessItem
from mlew.domain.workshop import Workshop
from mlew.services.artifacts import store_made
from mlew.services.readiness import not_ready, readiness
from mlew.services.work import Work

_STANDS_FOR: dict[str, ArtifactKind] = {"customer": "journey", "solutions": "solutions"}
"""What a workshop needs no longer once it has the artifact, as one that was imported may have."""


def run_day0(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """Readiness of the team. Raises InputError if the practice edition cannot start; the readiness is stored before."""
    inputs = work.stores.inputs.get(workshop.id)
    found = readiness(workshop.plan, inputs, workshop.plan.locale, model_reads_pictures=work.capability.pictures)
    missing = _missing(work, workshop, found)
    body = found.model_copy(update={"blocking": bool(missing)})
    ref = _stored(work, workshop, body) or store_made(work, workshop, "readiness", TEAM, body, round_=round_, drafts=())
    if missing:
        raise not_ready(body.model_copy(update={"items": missing}))
    return [ref]


def _stored(work: Work, workshop: Workshop, body: Readiness) -> ArtifactRef | None:
    latest = work.stores.artifacts.latest(workshop.id, "readiness", TEAM)
    return latest.ref if latest is not None and latest.body == body else None


def _missing(work: Work, workshop: Workshop, found: Readiness) -> tuple[ReadinessItem, ...]:
    return tuple(
        item
        for item in found.items
        if item.state == "missing"
        and item.id in _STANDS_FOR
        and work.stores.artifacts.latest(workshop.id, _STANDS_FOR[item.id], TEAM) is None
    )
