"""Precheck of the improvement edition: verdicts by the rule, and what is missing."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.improvement.precheck import run_precheck
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    return {"artifacts": [r.model_dump() for r in run_precheck(work, workshop, call.round)]}
