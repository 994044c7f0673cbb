"""What came in discovery folders, as versions of a workshop's artifacts."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from mlew.documents.discovery import Discovery
from mlew.domain.artifact import PHASE_OF, TEAM, Artifact, ArtifactKind, ArtifactRef, Body, Provenance
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.solution import RatingsDraft, SolutionList, rate
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.clock import Clock
from mlew.services.editing import recomputed
from mlew.services.exported_folder import KINDS
from mlew.services.gate_reading import gate_of
from mlew.services.next_step import round_after
from mlew.services.work import Stores

AUTHOR = "import:{person}"


@dataclass(frozen=True)
class ImportedVersions:
    """Adds versions in the name of the person who imports."""

    stores: Stores
    clock: Clock
    workshop: Workshop
    by: str
    arn: str

    def add(self, found: Discovery) -> Iterator[ArtifactRef | None]:
        """A version of each document, in an order in which numbers can be computed; None where it is there already."""
        ordered = sorted(found.bodies.items(), key=lambda entry: (KINDS.index(entry[0][0]), entry[0][1]))
        for (kind, scope), body in ordered:
            if kind == "inventions":
                self._rate_solutions()
            yield self._add(kind, scope, body, rehearsed=(kind, scope) in found.rehearsed, note="imported")

    def add_other(self, reading: Discovery, counts: Discovery, folder: str) -> Iterator[ArtifactRef]:
        """Documents of a folder that differ from those that count, as versions before them."""
        for (kind, scope), body in reading.bodies.items():
            counted = counts.bodies.get((kind, scope), body)
            if body != counted and not self._stored(kind, scope, body):
                rehearsed = (kind, scope) in reading.rehearsed
                ref = self._add(kind, scope, body, rehearsed=rehearsed, note=f"imported from {folder}, set aside")
                if ref is not None:
                    yield ref

    def _add(self, kind: ArtifactKind, scope: str, body: Body, *, rehearsed: bool, note: str) -> ArtifactRef | None:
        latest = self.stores.artifacts.latest(self.workshop.id, kind, scope)
        body = self._computed(body)
        if latest is not None and latest.body == body:
            return None
        gate = gate_of(self.stores, self.workshop, PHASE_OF[kind])
        approved = gate is not None and gate.decision is not None and gate.decision.verb == "approve"
        earlier = self.workshop.earlier_rounds.get(PHASE_OF[kind], 0)
        artifact = Artifact(
            kind=kind,
            scope=scope,
            version=latest.version + 1 if latest else 1,
            created_at=self.clock.now(),
            body=body,
            provenance=Provenance(
                author=AUTHOR.format(person=self.by),
                arn=self.arn,
                round=gate.round if gate is not None and approved else round_after(gate, earlier),
                rehearsed=rehearsed,
            ),
            note=note,
        )
        self.stores.artifacts.add(self.workshop.id, artifact)
        return artifact.ref

    def _stored(self, kind: ArtifactKind, scope: str, body: Body) -> bool:
        versions = self.stores.artifacts.versions(self.workshop.id, kind, scope)
        computed = self._computed(body)
        return any(self.stores.artifacts.get(self.workshop.id, ref).body == computed for ref in versions)

    def _computed(self, body: Body) -> Body:
        """Numbers that need a document which did not come stay as they were written."""
        if isinstance(body, InventionSet):
            solutions = self.stores.artifacts.latest(self.workshop.id, "solutions", TEAM)
            known = solutions.body.solutions if solutions and isinstance(solutions.body, SolutionList) else ()
            names = {solution.name for solution in known}
            body = body.model_copy(update={"inventions": tuple(_stated(i, names) for i in body.inventions)})
        with suppress(NotFound):
            return recomputed(self.stores, self.workshop, body)
        return body

    def _rate_solutions(self) -> None:
        """Inventions may come without the list that they combine: then that of the files stands for it."""
        inputs = self.stores.inputs.get(self.workshop.id)
        if inputs.solutions and self.stores.artifacts.latest(self.workshop.id, "solutions", TEAM) is None:
            rated = rate(inputs.solutions, RatingsDraft(ratings=[]))
            body = SolutionList(team=self.workshop.plan.team, solutions=rated, prose=inputs.prose)
            self._add("solutions", TEAM, body, rehearsed=False, note="imported")


def _stated(invention: Invention, known: set[str]) -> Invention:
    """A difficulty that cannot be summed up from known solutions is kept as the source states it."""
    summed = known.issuperset(invention.solution_names)
    if summed or invention.stated_difficulty is not None or not invention.difficulty:
        return invention
    return invention.model_copy(update={"stated_difficulty": invention.difficulty})
