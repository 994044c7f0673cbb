"""The time at a gate is up."""

from typing import Any

from handlers.calls import ClosingCall
from handlers.invocation import workshop_function
from mlew.composition import function_gates, function_settings
from mlew.domain.workshop import Workshop
from mlew.services.time_boxes import close_gate
from mlew.services.work import Work


@workshop_function(ClosingCall)
def handler(work: Work, workshop: Workshop, call: ClosingCall) -> dict[str, Any]:
    """Answer: Closing as JSON."""
    closing = close_gate(
        work, function_gates(work), workshop, call.phase, stage=call.stage, defaults=function_settings().defaults
    )
    return closing.model_dump()
