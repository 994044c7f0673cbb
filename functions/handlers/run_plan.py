"""Plan of a workshop."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.improvement.plan import write_plan
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    return {"artifacts": [r.model_dump() for r in write_plan(work, workshop, call.round)]}
