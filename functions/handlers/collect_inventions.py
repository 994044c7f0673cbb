"""Invent: one set of inventions a pair."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.inventions import collect_inventions
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.inventions import collect  # noqa: PLC0415 - of the other edition

        made = [r for pair in workshop.pairs for r in collect(work, workshop, call.round, pair.id)]
    else:
        made = collect_inventions(work, workshop, call.round)
    return {"artifacts": [r.model_dump() for r in made]}
