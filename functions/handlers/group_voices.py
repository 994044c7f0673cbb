"""Precheck: what people said about one pair's mock, by theme."""

from typing import Any

from handlers.calls import PairCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.improvement.voices import group_voices
from mlew.services.work import Work


@workshop_function(PairCall)
def handler(work: Work, workshop: Workshop, call: PairCall) -> dict[str, Any]:
    """Answer: keys of the artifacts."""
    return {"artifacts": [r.model_dump() for r in group_voices(work, workshop, call.round, call.pair)]}
