"""Listen of a workshop."""

from typing import Any

from handlers.calls import PhaseCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.listen import run_listen
from mlew.services.work import Work


@workshop_function(PhaseCall)
def handler(work: Work, workshop: Workshop, call: PhaseCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.listen import review_journey  # noqa: PLC0415 - of the other edition

        return {"artifacts": [r.model_dump() for r in review_journey(work, workshop, call.round)]}
    return {"artifacts": [r.model_dump() for r in run_listen(work, workshop, call.round)]}
