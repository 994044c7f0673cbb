"""What a pair's mock shows, by the model."""

from typing import Any

from handlers.calls import PairCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.mock import write_mock
from mlew.services.work import Work


@workshop_function(PairCall)
def handler(work: Work, workshop: Workshop, call: PairCall) -> dict[str, Any]:
    """Answer: key of the artifact."""
    return {"artifacts": [write_mock(work, workshop, call.round, call.pair).model_dump()]}
