"""Iterate for one pair."""

from typing import Any

from handlers.calls import PairCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.iterate import run_iterate
from mlew.services.work import Work


@workshop_function(PairCall)
def handler(work: Work, workshop: Workshop, call: PairCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.iterate import set_milestones  # noqa: PLC0415 - of the other edition

        return {"artifacts": [r.model_dump() for r in set_milestones(work, workshop, call.round, call.pair)]}
    return {"artifacts": [r.model_dump() for r in run_iterate(work, workshop, call.round, call.pair)]}
