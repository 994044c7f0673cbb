"""What people asked for when they sent a phase back: part of the next round's prompt."""

from mlew.documents.for_model import render_for_model
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.workshop import Phase, Workshop
from mlew.services.gate_reading import gate_of
from mlew.services.without_names import Mask, without_names
from mlew.services.work import Work
from usecases.definition import load


def requests_for(
    work: Work,
    workshop: Workshop,
    phase: Phase,
    round_: int,
    *,
    step: str,
    kind: ArtifactKind,
    scope: str,
    masking: Mask | None = None,
) -> dict[str, str]:
    """The inputs `requests` and `previous` of a definition; empty in the first round.

    `masking`: what hides names in both.
    """
    gate = gate_of(work.stores, workshop, phase)
    if gate is None or gate.round >= round_ or gate.decision is None or gate.decision.verb != "ask_again":
        return {}
    lines = [*correction_texts(step, gate.decision.corrections, workshop.plan.locale)]
    if gate.decision.comment:
        lines.append(gate.decision.comment)
    before = work.stores.artifacts.latest(workshop.id, kind, scope)
    told = [masking.mask(line) for line in lines] if masking else lines
    inputs = {"requests": "\n".join(f"- {line}" for line in told)} if told else {}
    if before is None:
        return inputs
    body = without_names(before.body, masking) if masking else before.body
    return {**inputs, "previous": render_for_model(body, workshop.plan.locale)}


def correction_texts(step: str, ids: tuple[str, ...], locale: Locale) -> list[str]:
    """Ready corrections of a definition by id; ids of other steps of the phase are passed over."""
    ready = {c.id: c.text for c in load(step).text(locale).corrections}
    return [ready[i] for i in ids if i in ready]
