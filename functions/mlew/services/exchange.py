"""A workshop as a discovery folder, and discovery folders as a workshop: teams move between tools."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mlew.documents.discovery import Discovery
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.base import Locale
from mlew.domain.workshop import GateMode, Phase, Workshop
from mlew.errors import InputError
from mlew.ports.clock import Clock
from mlew.services.choices import default_pairs
from mlew.services.exported_folder import LEFTOVERS, discovery_files
from mlew.services.imported_answers import readings_of_answers
from mlew.services.imported_decisions import keep_decisions
from mlew.services.imported_inputs import JoinedInputs, joined_inputs
from mlew.services.imported_pairs import PairBook
from mlew.services.imported_readings import Reading, readings_of, whole
from mlew.services.imported_versions import ImportedVersions
from mlew.services.received_folder import ReceivedFolder
from mlew.services.work import Stores
from mlew.services.workshop_state import change


@dataclass(frozen=True)
class Difference:
    """Folders do not say the same.

    `kept`: the version or file name under which this folder's is kept; "" for documents of pairs that were not named.
    """

    what: str
    folder: str
    kept: str


@dataclass(frozen=True)
class Imported:
    """What an import left.

    `artifacts`: new versions; `unchanged`: documents that the workshop has already. `problems`: sections that could
    not be read; their text is among the `leftovers`, which are kept and come back with the next export.
    """

    workshop: Workshop
    artifacts: tuple[ArtifactRef, ...]
    unchanged: tuple[ArtifactRef, ...] = ()
    approved: tuple[Phase, ...] = ()
    differences: tuple[Difference, ...] = ()
    problems: tuple[str, ...] = ()
    leftovers: str = ""


class Exchange:
    """`new_id` makes workshop ids, as for `Runs`."""

    def __init__(self, stores: Stores, clock: Clock, *, tenant: str, new_id: Callable[[], str]) -> None:
        self._stores = stores
        self._clock = clock
        self._tenant = tenant
        self._new_id = new_id

    def export_discovery(self, workshop: Workshop, *, pair: str | None = None) -> dict[str, bytes]:
        """Contents by path in the folder; `pair`: only its documents beside the team's. Raises NotFound."""
        return discovery_files(self._stores, workshop, pair=pair)

    def import_discovery(
        self,
        folders: Sequence[ReceivedFolder],
        *,
        by: str,
        arn: str = "",
        workshop_id: str | None = None,
        gates: GateMode = "review",
        strict: bool = False,
        time_scale: float = 1.0,
        budget_usd: float,
        approve: bool = True,
    ) -> Imported:
        """Make one workshop of the folders, not started: `Runs.resume` goes on behind the last phase that is whole.

        With `approve`, documents that came count as decided by `by`. Raises InputError if two folders hold different
        documents of the same pair or none holds any; Conflict if the id is taken.
        """
        joined = joined_inputs(folders)
        plan = joined.plan
        book = PairBook(plan.pairs, plan.locale)
        readings = _readings(folders, book, plan.locale, unnamed=True)
        found = whole(readings, plan.locale)
        scopes = sorted({scope for _, scope in found.bodies} - {TEAM})
        workshop = Workshop(
            id=workshop_id or self._new_id(),
            tenant=self._tenant,
            plan=plan,
            pairs=tuple(book[scope] for scope in scopes) or plan.pairs or default_pairs(plan.locale, 2),
            gates=gates,
            strict=strict,
            time_scale=time_scale,
            budget_usd=budget_usd,
            created_at=self._clock.now(),
            created_by=by,
        )
        self._stores.workshops.create(workshop)
        self._put_inputs(workshop, joined, found.leftovers)
        renamed = tuple(Difference(name, folder, kept) for folder, name, kept in joined.renamed)
        return self._import(workshop, readings, found, renamed, by=by, arn=arn, approve=approve)

    def import_into(
        self,
        workshop: Workshop,
        folders: Sequence[ReceivedFolder],
        *,
        by: str,
        arn: str = "",
        approve: bool = True,
    ) -> Imported:
        """New versions of what the folders say differently. Inputs stay as they are; a pair that is new is added.

        While the workshop runs or waits, nothing is approved: its gates are decided there. Raises InputError.
        """
        locale = workshop.plan.locale
        book = PairBook(workshop.pairs, locale)
        readings = _readings(folders, book, locale, unnamed=len(workshop.pairs) == 1)
        found = whole(readings, locale)
        going = workshop.state in ("running", "waiting")
        known = {pair.id for pair in workshop.pairs}
        added = tuple(book[scope] for scope in sorted({scope for _, scope in found.bodies} - {TEAM} - known))
        if added and going:
            raise InputError.told("pair.none-add", workshop=workshop.id, pair=added[0].id)
        if added:
            workshop = change(self._stores.workshops, workshop.id, pairs=(*workshop.pairs, *added))
        if found.leftovers:
            self._add_leftovers(workshop, found.leftovers)
        return self._import(workshop, readings, found, (), by=by, arn=arn, approve=approve and not going)

    def _import(
        self,
        workshop: Workshop,
        readings: Sequence[Reading],
        found: Discovery,
        differences: tuple[Difference, ...],
        *,
        by: str,
        arn: str,
        approve: bool,
    ) -> Imported:
        versions = ImportedVersions(self._stores, self._clock, workshop, by, arn)
        for folder, reading, _ in readings:
            aside = versions.add_other(reading, found, folder)
            differences += tuple(Difference(ref.kind, folder, f"v{ref.version}") for ref in aside)
            left = dict.fromkeys(scope for key, scope in reading.bodies if (key, scope) not in found.bodies)
            differences += tuple(Difference(scope, folder, "") for scope in left)
        new = [ref for ref in versions.add(found) if ref is not None]
        heads = [ref for ref in self._stores.artifacts.heads(workshop.id) if (ref.kind, ref.scope) in found.bodies]
        kinds = {kind for kind, _ in found.bodies}
        decided = {"by": by, "arn": arn}
        approved = keep_decisions(self._stores, workshop, kinds, self._clock.now(), **decided) if approve else ()
        return Imported(
            workshop=self._stores.workshops.get(workshop.id),
            artifacts=tuple(new),
            unchanged=tuple(ref for ref in heads if ref not in new),
            approved=approved,
            differences=differences,
            problems=found.problems,
            leftovers=found.leftovers,
        )

    def _put_inputs(self, workshop: Workshop, joined: JoinedInputs, leftovers: str) -> None:
        originals = {**joined.originals, **({LEFTOVERS: leftovers.encode()} if leftovers else {})}
        self._stores.inputs.put(workshop.id, joined.inputs, joined.pictures, originals)

    def _add_leftovers(self, workshop: Workshop, leftovers: str) -> None:
        inputs = self._stores.inputs.get(workshop.id)
        originals = self._stores.inputs.originals(workshop.id)
        kept = originals.get(LEFTOVERS, b"").decode("utf-8")
        if leftovers in kept:
            return
        pictures = {p.name: self._stores.inputs.picture(workshop.id, p.name) for p in inputs.pictures}
        originals[LEFTOVERS] = "\n\n".join(filter(None, [kept, leftovers])).encode("utf-8")
        self._stores.inputs.put(workshop.id, inputs, pictures, originals)


def _readings(folders: Sequence[ReceivedFolder], book: PairBook, locale: Locale, *, unnamed: bool) -> list[Reading]:
    """Of discovery folders, or of answers from GenU, which come as one folder without README."""
    pasted = [folder for folder in folders if folder.answers]
    if pasted:
        return [r for folder in pasted for r in readings_of_answers(folder, book, locale, unnamed=unnamed)]
    return readings_of(folders, book, locale, unnamed=unnamed)
