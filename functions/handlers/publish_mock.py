"""A rendered mock becomes what people see."""

from typing import Any

from handlers.calls import SiteCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.mocks.publishing import publish_mock
from mlew.services.work import Work


@workshop_function(SiteCall)
def handler(work: Work, workshop: Workshop, call: SiteCall) -> dict[str, Any]:
    """Answer: the mock's id."""
    return {"mock": publish_mock(work, workshop, call.pair, version=call.version, spec=call.spec).id}
