"""Invent: a difficulty for every solution."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.invent import rate_solutions
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.solutions import widen_solutions  # noqa: PLC0415 - of the other edition

        return {"artifacts": [r.model_dump() for r in widen_solutions(work, workshop, call.round)]}
    return {"artifacts": [r.model_dump() for r in rate_solutions(work, workshop, call.round)]}
