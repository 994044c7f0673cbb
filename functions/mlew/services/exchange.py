"""A workshop as a discovery folder, and discovery folders as a workshop (DESIGN §9: teams move between tools)."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from mlew.documents.difficulty_lines import write_difficulties
from mlew.documents.discovery import merged, read_discovery, render_discovery
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Workshop, WorkshopPlan
from mlew.errors import InputError, NotFound
from mlew.ports.clock import Clock
from mlew.services.editing import recomputed
from mlew.services.imported_decisions import keep_decisions
from mlew.services.imported_pairs import ReceivedFolder, assigned, named_pairs
from mlew.services.work import Stores

README = "README.md"
SOLUTIONS = "solutions.md"
LEFTOVERS = "discovery-other.md"
"""Kept among the originals: text of imported folders that is no artifact, written back at the next export."""
_ORDER: tuple[ArtifactKind, ...] = ("journey", "questions", "solutions", "inventions", "press_release", "iteration")
"""What is computed depends on what stands before it."""


@dataclass(frozen=True)
class Imported:
    """What an import left. `problems`: sections that could not be read; their text is kept as it stands."""

    workshop: Workshop
    artifacts: tuple[Artifact, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Received:
    """What came beside the READMEs: plan and inputs of the first folder that has them, all files by name."""

    plan: WorkshopPlan
    inputs: WorkshopInputs
    pictures: dict[str, bytes] = field(default_factory=dict)
    originals: dict[str, bytes] = field(default_factory=dict)


class Exchange:
    """`new_id` makes workshop ids, as for `Runs`."""

    def __init__(self, stores: Stores, clock: Clock, *, tenant: str, new_id: Callable[[], str]) -> None:
        self._stores = stores
        self._clock = clock
        self._tenant = tenant
        self._new_id = new_id

    def folder_of(self, workshop: Workshop, *, pair: str | None = None) -> dict[str, bytes]:
        """Files of a discovery folder by name: README.md and the inputs as they came, difficulties written back.

        `pair`: only this pair's documents beside the team's. Raises NotFound for a pair that does not exist.
        """
        pairs = [p.id for p in workshop.pairs]
        if pair is not None and pair not in pairs:
            raise NotFound(f"workshop {workshop.id} has no pair '{pair}'", hint=f"Pairs: {', '.join(pairs)}")
        scopes = [TEAM, *(pairs if pair is None else [pair])]
        files = dict(self._stores.inputs.originals(workshop.id))
        left = files.pop(LEFTOVERS, b"").decode("utf-8")
        artifacts = [a for scope in scopes for kind in _ORDER if (a := self._latest(workshop, kind, scope)) is not None]
        title = " / ".join(part for part in (workshop.plan.company, workshop.plan.product) if part)
        readme = render_discovery(artifacts, workshop.plan.locale, title=title, leftovers=left)
        rated = next((a.body for a in artifacts if isinstance(a.body, SolutionList)), None)
        if rated is not None and SOLUTIONS in files:
            files[SOLUTIONS] = _with_difficulties(files[SOLUTIONS], rated)
        return {**files, README: readme.encode("utf-8")}

    def take_in(
        self,
        folders: Sequence[ReceivedFolder],
        received: Received,
        *,
        budget_usd: float,
        by: str,
        arn: str = "",
        workshop_id: str | None = None,
    ) -> Imported:
        """Make one workshop of them, not started: `Runs.resume` goes on behind the last phase that is complete.

        What the folders hold counts as decided by `by`. Raises InputError if two folders hold different documents of
        the same pair or none holds any; Conflict if the id is taken.
        """
        locale = received.plan.locale
        pairs = named_pairs(folders, received.plan)
        readings = [
            assigned(read_discovery(folder.readme, locale, pair=pair.id), pair, forced=bool(folder.pair))
            for folder, pair in zip(folders, pairs, strict=True)
        ]
        found = merged(readings, locale)
        if not found.bodies:
            raise InputError(
                "no document of a workshop was found in these folders",
                hint=f"{README} needs sections such as '## Listen' and '## Define'. " + " ".join(found.problems[:1]),
            )
        scopes = {scope for _, scope in found.bodies} - {TEAM}
        known = {p.id: p for p in (*pairs, *received.plan.pairs)}
        workshop = Workshop(
            id=workshop_id or self._new_id(),
            tenant=self._tenant,
            plan=received.plan,
            pairs=tuple(known[s] for s in sorted(scopes)) if scopes else tuple(pairs),
            budget_usd=budget_usd,
            created_at=self._clock.now(),
            created_by=by,
        )
        self._stores.workshops.create(workshop)
        originals = {**received.originals, **({LEFTOVERS: found.leftovers.encode()} if found.leftovers else {})}
        self._stores.inputs.put(workshop.id, received.inputs, received.pictures, originals)
        ordered = sorted(found.bodies.items(), key=lambda entry: (_ORDER.index(entry[0][0]), entry[0][1]))
        artifacts = tuple(
            self._add(workshop, kind, scope, body, by=by, arn=arn, rehearsed=(kind, scope) in found.rehearsed)
            for (kind, scope), body in ordered
        )
        keep_decisions(self._stores, workshop, self._clock.now(), by=by, arn=arn)
        return Imported(self._stores.workshops.get(workshop.id), artifacts, found.problems)

    def _latest(self, workshop: Workshop, kind: ArtifactKind, scope: str) -> Artifact | None:
        return self._stores.artifacts.latest(workshop.id, kind, scope)

    def _add(
        self, workshop: Workshop, kind: ArtifactKind, scope: str, body: Body, *, by: str, arn: str, rehearsed: bool
    ) -> Artifact:
        with suppress(NotFound):  # numbers that need a document which did not come stay as they were written
            body = recomputed(self._stores, workshop, body)
        artifact = Artifact(
            kind=kind,
            scope=scope,
            version=1,
            created_at=self._clock.now(),
            body=body,
            provenance=Provenance(author=by, arn=arn, round=1, rehearsed=rehearsed),
            note="imported",
        )
        self._stores.artifacts.add(workshop.id, artifact)
        return artifact


def _with_difficulties(file: bytes, rated: SolutionList) -> bytes:
    """Files that are not UTF-8 stay as they came."""
    try:
        text = file.decode("utf-8")
    except UnicodeDecodeError:
        return file
    return write_difficulties(text, rated.solutions).encode("utf-8")
