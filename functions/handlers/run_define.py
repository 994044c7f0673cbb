"""Define of a workshop."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.define import run_define
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.define import review_impact  # noqa: PLC0415 - of the other edition

        return {"artifacts": [r.model_dump() for r in review_impact(work, workshop, call.round)]}
    return {"artifacts": [r.model_dump() for r in run_define(work, workshop, call.round)]}
