"""Open the gate of a phase for people, for the clock, or decide at once."""

from typing import Any

from handlers.calls import GateCall
from handlers.invocation import workshop_function
from mlew.composition import function_gates
from mlew.domain.workshop import Workshop
from mlew.services.next_step import phase_artifacts
from mlew.services.time_boxes import open_gate
from mlew.services.work import Work


@workshop_function(GateCall)
def handler(work: Work, workshop: Workshop, call: GateCall) -> dict[str, Any]:
    """Answer: the gate's stage. The execution goes on when its token is used, not when this returns."""
    gate = open_gate(
        work,
        function_gates(work),
        workshop,
        call.phase,
        call.round,
        artifacts=phase_artifacts(work.stores, workshop, call.phase, call.round),
        stage=call.stage,
        seconds=call.seconds,
        token=call.token,
    )
    return {"stage": gate.stage}
