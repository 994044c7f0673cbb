"""Mark the workshop with what failed and where."""

from typing import Any

from handlers.calls import FailureCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.failures import record_failure
from mlew.services.work import Work


@workshop_function(FailureCall)
def handler(work: Work, workshop: Workshop, call: FailureCall) -> dict[str, Any]:
    """Answer: the state that the workshop has now."""
    return {"state": record_failure(work, workshop, call.phase, error=call.error, cause=call.cause).state}
