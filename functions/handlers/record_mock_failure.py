"""Mark a mock with what failed; the workshop goes on."""

from typing import Any

from handlers.calls import MockFailureCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.mocks.failing import record_mock_failure
from mlew.services.work import Work


@workshop_function(MockFailureCall)
def handler(work: Work, workshop: Workshop, call: MockFailureCall) -> dict[str, Any]:
    """Answer: the state that the mock has now."""
    mock = record_mock_failure(work, workshop, call.pair, error=call.error, cause=call.cause)
    return {"state": mock.state}
