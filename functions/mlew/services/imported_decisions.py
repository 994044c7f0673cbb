"""What a team has worked out and agreed elsewhere counts as decided, so that a resume goes on behind it."""

from collections.abc import Collection
from datetime import datetime

from mlew.domain.gate import Decision, Gate
from mlew.domain.invention import InventionSet
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Pair, Phase, Workshop
from mlew.services.choices import by_numbers
from mlew.services.gate_reading import gate_of
from mlew.services.next_step import PHASE_ARTIFACT, phase_artifacts, round_after
from mlew.services.reading import current
from mlew.services.spreading import Choices
from mlew.services.work import Stores

IMPORTED = "imported"


def keep_decisions(
    stores: Stores, workshop: Workshop, came: Collection[str], at: datetime, *, by: str, arn: str
) -> tuple[Phase, ...]:
    """Approve the phases whose documents are among `came` (kinds), up to the first that is not whole.

    Day0 is looked at anew when the workshop goes on: it is about this deployment's team and files. A choice is
    taken from the documents only; where they hold none, people are asked at the gate. Returns what was approved.
    """
    approved: list[Phase] = []
    for phase in workshop.phases[1:]:
        gate = gate_of(stores, workshop, phase)
        if gate is not None and gate.decision is not None and gate.decision.verb == "approve":
            continue
        round_ = round_after(gate, workshop.earlier_rounds.get(phase, 0))
        refs = phase_artifacts(stores, workshop, phase, round_) if PHASE_ARTIFACT[phase] in came else ()
        choices = _choices(stores, workshop, phase) if refs else None
        if choices is None:
            break
        against = choices != by_numbers(stores, workshop, phase)
        decision = Decision(
            verb="approve", by=by, arn=arn, at=at, comment=IMPORTED, choices=choices, against_numbers=against
        )
        opened = Gate(phase=phase, round=round_, mode=workshop.gates, stage="closed", opened_at=at, artifacts=refs)
        stores.gates.open(workshop.id, opened)
        stores.gates.decide(workshop.id, phase, round_, decision)
        approved.append(phase)
    return tuple(approved)


def _choices(stores: Stores, workshop: Workshop, phase: Phase) -> Choices | None:
    """What each pair goes on with; None if the documents do not tell it for all of them."""
    if phase not in ("define", "invent"):
        return {}
    choose = _questions if phase == "define" else _invention
    choices = {pair.id: choose(stores, workshop, pair) for pair in workshop.pairs}
    return choices if all(choices.values()) else None


def _questions(stores: Stores, workshop: Workshop, pair: Pair) -> tuple[str, ...]:
    """Those that the workshop has given the pair, else those of its chosen invention, else of all its inventions."""
    known = [q.id for q in current(stores, workshop, QuestionSet)[0].questions]
    latest = stores.artifacts.latest(workshop.id, "inventions", pair.id)
    inventions = latest.body.inventions if latest is not None and isinstance(latest.body, InventionSet) else ()
    chosen = _invention(stores, workshop, pair)
    answered = {q for i in inventions if not chosen or i.id in chosen for q in i.question_ids}
    return tuple(q for q in known if q in (pair.questions or answered))


def _invention(stores: Stores, workshop: Workshop, pair: Pair) -> tuple[str, ...]:
    """The one that the pair chose, or that its press release tells of."""
    latest = stores.artifacts.latest(workshop.id, "inventions", pair.id)
    release = stores.artifacts.latest(workshop.id, "press_release", pair.id)
    if latest is None or not isinstance(latest.body, InventionSet):
        return ()
    told = release.body.invention if release is not None and isinstance(release.body, PressRelease) else ""
    chosen = latest.body.chosen or told
    return (chosen,) if latest.body.find(chosen) else ()
