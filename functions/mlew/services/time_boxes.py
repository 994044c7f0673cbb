"""What happens when a gate's time is up (METHOD: the product manager decides, else the numbers)."""

from typing import Literal

from mlew.domain.base import Model
from mlew.domain.gate import Stage
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import Conflict
from mlew.services.gates import Gates
from mlew.services.work import Work
from mlew.services.workshop_state import change
from mlew.settings import RunDefaults


class Closing(Model):
    """`ask`: the product manager has `seconds` more; `decided`: go on; `paused`: end here, `mlew resume` goes on."""

    action: Literal["ask", "decided", "paused"]
    seconds: int = 0


def close_gate(
    work: Work, gates: Gates, workshop: Workshop, phase: Phase, stage: Stage, defaults: RunDefaults
) -> Closing:
    """Called when the wait at a gate has timed out. A decision that came at the last moment stands."""
    gate = work.stores.gates.latest(workshop.id, phase)
    if gate is not None and gate.decision is not None:
        return Closing(action="decided")
    if workshop.gates != "timebox":
        work.note(workshop, "note", phase, detail="nobody decided in time; the workshop pauses at this gate")
        change(work.stores.workshops, workshop.id, state="waiting")
        return Closing(action="paused")
    if stage == "team":
        work.note(workshop, "note", phase, detail="time is up: the product manager decides")
        return Closing(action="ask", seconds=max(1, round(defaults.grace_minutes * 60 * workshop.time_scale)))
    try:
        gates.decide_by_numbers(workshop, phase)
    except Conflict:
        return Closing(action="decided")
    work.note(workshop, "gate_decided", phase, detail="by the numbers")
    return Closing(action="decided")
