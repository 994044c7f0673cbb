"""The gate that waits, and what happens after a decision."""

from dataclasses import dataclass
from typing import Any

from mlew.cli.invocation import Invocation
from mlew.cli.output import line, plain_data
from mlew.cli.words import LANGUAGES
from mlew.domain.artifact import ArtifactKind
from mlew.domain.gate import Gate
from mlew.domain.workshop import PHASES, Phase, Workshop, phase_name
from mlew.errors import Conflict, InputError, NotFound, WorkshopClosed
from usecases.definition import Correction, all_definitions


@dataclass(frozen=True)
class Waiting:
    """A workshop and its open gate."""

    workshop: Workshop
    gate: Gate


def waiting(cli: Invocation, workshop_id: str | None, phase: str | None = None) -> Waiting:
    """What waits. Raises NotFound if nothing does, InputError if `phase` is not the one."""
    workshop = cli.workbench.workshop(workshop_id)
    cli.speak(workshop.plan.locale)
    gate = cli.workbench.gates.waiting(workshop)
    if gate is None:
        raise NotFound.told("gate.nothing-waits", workshop=workshop.id)
    if phase is not None and phase_named(phase) != gate.phase:
        raise InputError.told(
            "gate.other-waits", waiting=phase_name(gate.phase, cli.words.language), phase=phase, option=gate.phase
        )
    return Waiting(workshop, gate)


def phase_named(name: str) -> Phase:
    """A phase by id or by the name that participants use."""
    for phase in PHASES:
        if name.lower() in (phase, *(phase_name(phase, locale).lower() for locale in LANGUAGES)):
            return phase
    raise InputError.told("gate.no-phase", name=name, known=", ".join(PHASES))


def corrections_of(found: Waiting) -> list[Correction]:
    """Ready corrections of all steps of the phase in this edition, each id once."""
    ready: dict[str, Correction] = {}
    for definition in all_definitions():
        if definition.phase == found.gate.phase and definition.edition == found.workshop.edition:
            for correction in definition.text(found.workshop.plan.locale).corrections:
                ready.setdefault(correction.id, correction)
    return list(ready.values())


def kinds_of(gate: Gate) -> list[ArtifactKind]:
    """Kinds of the artifacts that the gate is about."""
    return list(dict.fromkeys(r.kind for r in gate.artifacts))


def decided(cli: Invocation, workshop: Workshop, gate: Gate, key: str) -> None:
    """Say what was decided, and start the workshop again if nothing was left to wake."""
    resumed = go_on(cli, workshop)
    decision = plain_data(gate.decision)
    data: dict[str, Any] = {"workshop": workshop.id, "phase": gate.phase, "decision": decision, "resumed": resumed}
    lines = [
        line(
            cli.words(
                key, phase=phase_name(gate.phase, cli.words.language), by=gate.decision.by if gate.decision else ""
            ),
            "green",
        )
    ]
    if gate.decision is not None and gate.decision.against_numbers:
        lines.append(line(cli.words("review.against"), "yellow"))
    if resumed:
        lines.append(line(cli.words("review.resumed")))
    cli.out.answer(data, *lines, line(cli.words("next.watch", workshop=workshop.id), "dim"))


def go_on(cli: Invocation, workshop: Workshop) -> bool:
    """Start a new execution if the one that waited is gone (a restart, a long pause). True if it was needed."""
    runs = cli.workbench.runs
    if runs.status(workshop.id).execution == "running":
        return False
    try:
        runs.resume(workshop.id)
    except (Conflict, WorkshopClosed):
        return False  # somebody was faster, or this decision was the last one
    return True
