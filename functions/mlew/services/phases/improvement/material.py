"""What a phase of the improvement edition works on: the last result, the one before this edition, and the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mlew.documents.no_evidence import no_evidence
from mlew.domain.artifact import TEAM, ArtifactRef, Body
from mlew.domain.evidence import Evidence
from mlew.domain.grounds import Grounds
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Phase, Workshop
from mlew.services.evidence.reading import evidence_for_model, evidence_of
from mlew.services.reading import current
from mlew.services.work import Stores

B = TypeVar("B", bound=Body)


@dataclass(frozen=True)
class Versions(Generic[B]):
    """`base`: with which this edition began; `before`: the last that people saw; `taken`: ids of all versions."""

    base: B
    before: B
    ref: ArtifactRef
    taken: frozenset[str]


def versions_of(stores: Stores, workshop: Workshop, body: type[B], phase: Phase, scope: str = TEAM) -> Versions[B]:
    """Raises NotFound if the phase that makes it has not run."""
    before, ref = current(stores, workshop, body, scope)
    found = [stores.artifacts.get(workshop.id, r) for r in stores.artifacts.versions(workshop.id, ref.kind, scope)]
    last = workshop.earlier_rounds.get(phase, 0)
    earlier = [a.body for a in found if a.provenance.round <= last and isinstance(a.body, body)]
    taken = frozenset(i for a in found for i in _ids(a.body))
    return Versions(earlier[-1] if earlier else before, before, ref, taken)


def grounds_of(
    stores: Stores, workshop: Workshop, material: Mapping[str, str], pairs: Sequence[str] | None = None
) -> Grounds:
    """`material`: the other inputs of the step, with `requests` if there are any. `pairs`: all if None."""
    known = [p.id for p in (*workshop.pairs, *workshop.past_pairs)] if pairs is None else pairs
    return Grounds(
        evidence=evidence_for_model(stores, workshop, pairs),
        requests=material.get("requests", ""),
        known="\n".join(text for name, text in material.items() if name != "requests"),
        people=sum(_people(evidence_of(stores, workshop, pair)) for pair in known),
    )


def evidence_input(grounds: Grounds, workshop: Workshop) -> str:
    """The evidence, or that there is none."""
    return grounds.evidence or no_evidence(workshop.plan.locale)


def _people(evidence: Evidence) -> int:
    """At most: a tester with an observer's sheet may be a visitor of the mock too."""
    told = [
        *(one.tester for one in (*evidence.observations, *evidence.responses)),
        *(r.tester for r in evidence.remarks),
    ]
    mocks = {snapshot.summary.mock for snapshot in evidence.snapshots}
    latest = [found for mock in mocks if (found := evidence.snapshot_of(mock)) is not None]
    nameless = told.count("")
    return len({tester for tester in told if tester}) + nameless + sum(s.summary.total.visitors for s in latest)


def _ids(body: Body) -> Sequence[str]:
    if isinstance(body, Journey):
        return [action.id for action in body.actions]
    if isinstance(body, QuestionSet):
        return [question.id for question in body.questions]
    return [invention.id for invention in body.inventions] if isinstance(body, InventionSet) else []
