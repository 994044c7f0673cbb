"""The site of a pair's mock, stored and not shown yet."""

from typing import Any

from handlers.calls import PairCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.mocks.rendering import render_mock
from mlew.services.work import Work


@workshop_function(PairCall)
def handler(work: Work, workshop: Workshop, call: PairCall) -> dict[str, Any]:
    """Answer: RenderedMock as JSON."""
    return render_mock(work, workshop, call.pair).model_dump()
