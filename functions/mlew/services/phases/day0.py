"""Day0: is everything there? No model takes part."""

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.workshop import Workshop
from mlew.services.artifacts import made_in, store_made
from mlew.services.readiness import not_ready, readiness
from mlew.services.work import Work


def run_day0(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """Readiness of the team. Raises InputError if the practice edition cannot start; the readiness is stored before."""
    made = made_in(work, workshop, "readiness", TEAM, round_)
    inputs = work.stores.inputs.get(workshop.id)
    body = readiness(workshop.plan, inputs, workshop.plan.locale, model_reads_pictures=work.model_reads_pictures)
    ref = made or store_made(work, workshop, "readiness", TEAM, body, round_=round_, drafts=())
    if body.blocking:
        raise not_ready(body)
    return [ref]
