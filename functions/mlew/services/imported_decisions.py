"""What a team has worked out elsewhere counts as decided, so that a resume goes on behind it."""

from datetime import datetime

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.gate import Decision, Gate
from mlew.domain.invention import InventionSet
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Phase, Workshop
from mlew.services.choices import Choices, by_numbers
from mlew.services.next_step import PHASE_ARTIFACT
from mlew.services.reading import current
from mlew.services.work import Stores

_PHASES: tuple[Phase, ...] = ("listen", "define", "invent", "refine", "iterate")
"""Day0 is looked at anew: it is about this deployment's team and files."""


def keep_decisions(stores: Stores, workshop: Workshop, at: datetime, *, by: str, arn: str) -> None:
    """Approve every phase up to the first one that did not come whole."""
    for phase in _PHASES:
        refs = _artifacts(stores, workshop, phase)
        if refs is None:
            return
        gate = Gate(phase=phase, round=1, mode=workshop.gates, opened_at=at, artifacts=refs)
        stores.gates.open(workshop.id, gate)
        choices = _choices(stores, workshop, phase)
        decision = Decision(verb="approve", by=by, arn=arn, at=at, comment="imported", choices=choices)
        stores.gates.decide(workshop.id, phase, 1, decision)


def _artifacts(stores: Stores, workshop: Workshop, phase: Phase) -> tuple[ArtifactRef, ...] | None:
    scopes = [TEAM] if phase in ("listen", "define") else [p.id for p in workshop.pairs]
    found = [stores.artifacts.latest(workshop.id, PHASE_ARTIFACT[phase], scope) for scope in scopes]
    refs = tuple(a.ref for a in found if a is not None)
    solutions = stores.artifacts.latest(workshop.id, "solutions", TEAM) if phase == "invent" else True
    return refs if len(refs) == len(scopes) and solutions is not None else None


def _choices(stores: Stores, workshop: Workshop, phase: Phase) -> Choices:
    """What the pairs went on with; the numbers where the documents do not tell."""
    choices = by_numbers(stores, workshop, phase)
    for pair in workshop.pairs:
        chosen = _chosen(stores, workshop, pair.id)
        if phase == "invent" and chosen:
            choices[pair.id] = (chosen,)
        if phase == "define" and chosen:
            questions, _ = current(stores, workshop, QuestionSet)
            known = {q.id for q in questions.questions}
            inventions, _ = current(stores, workshop, InventionSet, pair.id)
            invention = inventions.find(chosen)
            ids = tuple(q for q in invention.question_ids if q in known) if invention else ()
            choices[pair.id] = ids or choices.get(pair.id, ())
    return {pair: ids for pair, ids in choices.items() if ids}


def _chosen(stores: Stores, workshop: Workshop, pair: str) -> str:
    """The invention that the pair chose, or that its press release tells of; "" if neither says."""
    inventions = stores.artifacts.latest(workshop.id, "inventions", pair)
    release = stores.artifacts.latest(workshop.id, "press_release", pair)
    if inventions is None or not isinstance(inventions.body, InventionSet):
        return ""
    told = release.body.invention if release is not None and isinstance(release.body, PressRelease) else ""
    chosen = inventions.body.chosen or told
    return chosen if inventions.body.find(chosen) else ""
