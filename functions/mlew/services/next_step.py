"""Where a workshop goes on: read from what is stored, so that a first run, "ask again" and resume are one path."""

from typing import Literal

from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, ArtifactRef, Provenance
from mlew.domain.base import Model
from mlew.domain.gate import Decision, Gate
from mlew.domain.invention import InventionSet
from mlew.domain.readiness import Readiness
from mlew.domain.workshop import Pair, Phase, Workshop
from mlew.errors import InputError
from mlew.services.cells import Cell, cells
from mlew.services.gate_reading import gate_of
from mlew.services.gates import box_seconds
from mlew.services.mocks.pending import mocks_to_make
from mlew.services.note_texts import note_text
from mlew.services.reading import current
from mlew.services.work import Stores, Work
from mlew.settings import RunDefaults


class NextStep(Model):
    """`action`: run the phase, wait at its gate, or nothing is left. Keys only: the state machine carries it.

    `mocks`: pairs whose mock is made while people do Test/Iterate.
    """

    workshop: str
    action: Literal["run", "gate", "done"]
    phase: Phase
    round: int
    cells: tuple[Cell, ...] = ()
    pairs: tuple[str, ...] = ()
    mocks: tuple[str, ...] = ()
    gate_seconds: int = 0
    phase_ended: bool = False
    """A phase was approved just before: the next one begins, or nothing is left."""


def next_step(work: Work, workshop: Workshop, defaults: RunDefaults) -> NextStep:
    """Apply the decisions taken so far, and find the first phase without an approved artifact."""
    for phase in workshop.phases:
        gate = gate_of(work.stores, workshop, phase)
        if gate is not None and gate.decision is not None and gate.decision.verb == "approve":
            workshop = _apply(work, workshop, gate, gate.decision)
            continue
        round_ = round_after(gate, workshop.earlier_rounds.get(phase, 0))
        mocks = mocks_to_make(work, workshop, round_) if phase == "iterate" else ()
        ready = phase_artifacts(work.stores, workshop, phase, round_) and not _blocked(work.stores, workshop, phase)
        if phase == "iterate" and not ready and work.hosting is None:
            work.note(workshop, "note", phase, detail=note_text(workshop, "no-mocks"))
        workshop = _at(work, workshop, phase)
        return NextStep(
            workshop=workshop.id,
            action="gate" if ready and not mocks else "run",
            phase=phase,
            round=round_,
            cells=tuple(cells(workshop)) if phase == "invent" else (),
            pairs=tuple(p.id for p in workshop.pairs),
            mocks=mocks,
            gate_seconds=box_seconds(workshop, phase, defaults),
            phase_ended=not ready and gate is None and phase != workshop.phases[0],
        )
    work.stores.workshops.update(workshop.model_copy(update={"state": "finished"}))
    return NextStep(workshop=workshop.id, action="done", phase=workshop.phases[-1], round=0, phase_ended=True)


PHASE_ARTIFACT: dict[Phase, ArtifactKind] = {
    "day0": "readiness",
    "listen": "journey",
    "define": "questions",
    "invent": "inventions",
    "refine": "press_release",
    "iterate": "iteration",
    "precheck": "precheck",
    "market": "market",
    "plan": "plan",
    "closing": "closing",
}
_BY_PAIR: tuple[Phase, ...] = ("invent", "refine", "iterate")


def round_after(gate: Gate | None, earlier: int = 0) -> int:
    """The round that a phase without approval is in: the next one, if people asked again.

    `earlier`: rounds that the phase had in earlier editions.
    """
    if gate is None:
        return earlier + 1
    return gate.round if gate.decision is None else gate.round + 1


def phase_artifacts(stores: Stores, workshop: Workshop, phase: Phase, round_: int) -> tuple[ArtifactRef, ...]:
    """What the gate of the phase is about; empty if this round has not left all of it."""
    kind = PHASE_ARTIFACT[phase]
    scopes = [p.id for p in workshop.pairs] if phase in _BY_PAIR else [TEAM]
    heads = [stores.artifacts.head(workshop.id, kind, scope) for scope in scopes]
    made = tuple(h.ref for h in heads if h is not None and h.round >= round_)
    return made if len(made) == len(scopes) else ()


def _blocked(stores: Stores, workshop: Workshop, phase: Phase) -> bool:
    """Day0 found that the workshop cannot start: it is looked at anew, and never waits for approval."""
    return phase == "day0" and current(stores, workshop, Readiness)[0].blocking


def _at(work: Work, workshop: Workshop, phase: Phase) -> Workshop:
    if workshop.phase == phase and workshop.state == "running":
        return workshop
    return work.stores.workshops.update(workshop.model_copy(update={"phase": phase, "state": "running", "failure": ""}))


def _apply(work: Work, workshop: Workshop, gate: Gate, decision: Decision) -> Workshop:
    if gate.phase == "precheck":
        from mlew.services.working_pairs import working_pairs  # noqa: PLC0415 - of the improvement edition only

        return working_pairs(work.stores, workshop)
    if gate.phase == "define":
        pairs = tuple(_with_questions(p, decision) for p in workshop.pairs)
        if pairs != workshop.pairs:
            return work.stores.workshops.update(workshop.model_copy(update={"pairs": pairs}))
    if gate.phase == "invent":
        for pair in workshop.pairs:
            _choose_invention(work, workshop, pair.id, decision)
    return workshop


def _with_questions(pair: Pair, decision: Decision) -> Pair:
    return pair.model_copy(update={"questions": decision.choices.get(pair.id, pair.questions)})


def _choose_invention(work: Work, workshop: Workshop, pair: str, decision: Decision) -> None:
    """The pair's choice becomes a version of its own, by the person who took it."""
    latest = work.stores.artifacts.latest(workshop.id, "inventions", pair)
    wanted = decision.choices.get(pair, ("",))[0]
    if latest is None or not isinstance(latest.body, InventionSet) or not wanted or latest.body.chosen == wanted:
        return
    if latest.body.find(wanted) is None:
        raise InputError.told("choice.gone", pair=pair, wanted=wanted)
    work.stores.artifacts.add(
        workshop.id,
        Artifact(
            kind="inventions",
            scope=pair,
            version=latest.version + 1,
            created_at=work.clock.now(),
            body=latest.body.model_copy(update={"chosen": wanted, "reason": decision.reason}),
            provenance=Provenance(
                author=decision.by,
                arn=decision.arn,
                round=latest.provenance.round,
                rehearsed=latest.provenance.rehearsed,
            ),
            warnings=latest.warnings,
            note=f"chosen: {wanted}",
        ),
    )
