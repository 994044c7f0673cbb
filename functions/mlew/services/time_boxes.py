"""The clock at a gate: it opens, and when the time is up the product manager, else the numbers decide (METHOD).

In the improvement edition the team is asked when the time is up, and nothing is decided mechanically.
"""

from typing import Literal

from mlew.domain.artifact import ArtifactRef
from mlew.domain.base import Model
from mlew.domain.gate import AUTO, Gate, Stage
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import Conflict
from mlew.services.gate_reading import gate_of
from mlew.services.gates import Gates
from mlew.services.note_texts import note_text
from mlew.services.work import Work
from mlew.services.workshop_state import change
from mlew.settings import RunDefaults


class Closing(Model):
    """`ask`: the product manager – the team, in the improvement edition – has `seconds` more; `decided`: go on;
    `paused`: end here, `mlew resume` goes on.
    """

    action: Literal["ask", "decided", "paused"]
    seconds: int = 0


def open_gate(
    work: Work,
    gates: Gates,
    workshop: Workshop,
    phase: Phase,
    round_: int,
    *,
    artifacts: tuple[ArtifactRef, ...],
    stage: Stage,
    seconds: int,
    token: str,
) -> Gate:
    """Open the gate and say so to those who watch; in mode auto it is decided when this returns."""
    if workshop.gates == "auto" and phase == "precheck":
        workshop = take_proposals(work, workshop)
    if workshop.gates != "auto":
        change(work.stores.workshops, workshop.id, state="waiting")  # first: a decision may come at once, and goes on
    gate = gates.open(workshop, phase, round_, artifacts=artifacts, token=token, stage=stage, seconds=seconds)
    if gate.decision is None and workshop.gates != "auto":
        work.note(workshop, "gate_opened", phase, detail=stage)
    return gate


def close_gate(
    work: Work, gates: Gates, workshop: Workshop, phase: Phase, *, stage: Stage, defaults: RunDefaults
) -> Closing:
    """Called when the wait at a gate has timed out. A decision that came at the last moment stands."""
    gate = gate_of(work.stores, workshop, phase)
    if gate is not None and gate.decision is not None:
        return Closing(action="decided")
    improving = workshop.edition == "improvement"
    if workshop.gates == "timebox" and improving and stage == "team":
        work.note(workshop, "note", phase, detail=note_text(workshop, "team-decides"))
        return Closing(action="ask", seconds=round(defaults.review_days * 86_400))
    if workshop.gates != "timebox" or improving:
        work.note(workshop, "note", phase, detail=note_text(workshop, "pauses"))
        change(work.stores.workshops, workshop.id, state="waiting")
        return Closing(action="paused")
    if stage == "team":
        work.note(workshop, "note", phase, detail=note_text(workshop, "manager-decides"))
        return Closing(action="ask", seconds=max(1, round(defaults.grace_minutes * 60 * workshop.time_scale)))
    try:
        gates.decide_by_numbers(workshop, phase)
    except Conflict:
        return Closing(action="decided")
    work.note(workshop, "gate_decided", phase, detail=note_text(workshop, "by-numbers"))
    return Closing(action="decided")


def take_proposals(work: Work, workshop: Workshop) -> Workshop:
    """Where nobody is there to decide on the mocks, what the rule says of them stands; returns the workshop then."""
    from mlew.services.verdicts import decide_as_proposed  # noqa: PLC0415 - of the improvement edition only

    for pair in decide_as_proposed(work, workshop, by=AUTO):
        work.note(workshop, "note", "precheck", scope=pair, detail=note_text(workshop, "as-proposed"))
    return work.stores.workshops.get(workshop.id)
