"""Invent: one pair, one question, one point of view."""

from typing import Any

from handlers.calls import CellCall
from handlers.invocation import workshop_function
from mlew.domain.workshop import Workshop
from mlew.services.phases.invent import run_invent
from mlew.services.work import Work


@workshop_function(CellCall)
def handler(work: Work, workshop: Workshop, call: CellCall) -> dict[str, Any]:
    """Answer: the cell that is kept now."""
    if workshop.edition == "improvement":
        from mlew.services.phases.improvement.inventions import invent_anew  # noqa: PLC0415 - of the other edition

        invent_anew(work, workshop, call.round, call.cell)
    else:
        run_invent(work, workshop, call.round, call.cell)
    return {"cell": call.cell.name}
