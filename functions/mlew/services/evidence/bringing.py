"""Everything that people bring for a pair, kept as its next version."""

from collections.abc import Callable, Sequence

from mlew.domain.artifact import Artifact
from mlew.domain.base import LARGEST
from mlew.domain.evidence import BusinessFigure, Evidence, Judgement, Remark
from mlew.domain.evidence_collecting import Entry, begun, with_entries
from mlew.domain.evidence_files import with_notes
from mlew.domain.iteration import Criterion
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.ports.clock import Clock
from mlew.services.evidence.criteria_then import FirstSession, criteria_then, first_evidence, nobody_known
from mlew.services.evidence.storing import by_person, store_change
from mlew.services.judged_mocks import criteria_of
from mlew.services.work import Stores


class Bringing:
    """By one person. Every method returns the stored version, or None if all of it was known already."""

    def __init__(self, stores: Stores, clock: Clock, *, by: str, arn: str = "") -> None:
        self._stores = stores
        self._clock = clock
        self._by = by
        self._arn = arn

    def change(
        self,
        workshop: Workshop,
        pair: str,
        change: Callable[[Evidence], Evidence],
        *,
        note: str,
        first_session: FirstSession = nobody_known,
    ) -> Artifact | None:
        """Anything else; the first evidence keeps the criteria as they stood at its moment. Raises Conflict."""

        def changed(before: Evidence) -> Evidence:
            after = change(before)
            if after == before:
                return after
            now = self._clock.now()
            moment = first_evidence(self._stores, workshop, pair, after, first_session, now=now)
            if moment is None:
                return after
            return begun(after, criteria_then(self._stores, workshop, pair, moment), moment)

        return store_change(
            self._stores, self._clock, workshop, pair, changed, provenance=by_person(self._by, self._arn), note=note
        )

    def entries(self, workshop: Workshop, pair: str, entries: Sequence[Entry], file: str) -> Artifact | None:
        """Sheets or survey responses of a file."""
        return self.change(workshop, pair, lambda before: with_entries(before, entries, file), note=file)

    def notes(self, workshop: Workshop, pair: str, remarks: Sequence[Remark], file: str) -> Artifact | None:
        """Voices of a file of notes."""
        return self.change(workshop, pair, lambda before: with_notes(before, remarks, file), note=file)

    def judgement(self, workshop: Workshop, pair: str, criterion: str, *, passed: bool, reason: str) -> Artifact | None:
        """The person's word on a qualitative criterion. Raises InputError for another one, or without a reason."""
        found = self._criterion(workshop, pair, criterion)
        if not _judged(found):
            raise InputError.told(
                "evidence.compares", criterion=criterion, judged=self._listed(workshop, pair, _judged)
            )
        if not reason.strip():
            raise InputError.told("evidence.no-reason")
        word = Judgement(criterion=criterion, passed=passed, by=self._by, reason=reason, at=self._now())
        note = f"{criterion}: {'passed' if passed else 'failed'}"
        return self.change(
            workshop, pair, lambda e: e.model_copy(update={"judgements": (*e.judgements, word)}), note=note
        )

    def figure(self, workshop: Workshop, pair: str, criterion: str, value: float, *, source: str) -> Artifact | None:
        """A number from the business's records, in the criterion's unit. Raises InputError for a judged criterion."""
        found = self._criterion(workshop, pair, criterion)
        if _judged(found):
            raise InputError.told("evidence.judged", criterion=criterion)
        if abs(value) > LARGEST:
            raise InputError.told("evidence.too-large", value=value, largest=LARGEST)
        number = BusinessFigure(criterion=criterion, value=value, by=self._by, source=source, at=self._now())
        note = f"{criterion} = {value:,}"
        return self.change(workshop, pair, lambda e: e.model_copy(update={"figures": (*e.figures, number)}), note=note)

    def _criterion(self, workshop: Workshop, pair: str, criterion: str) -> Criterion:
        found = next((one for one in self._criteria(workshop, pair) if one.id == criterion), None)
        if found is None:
            known = self._listed(workshop, pair, lambda _: True)
            raise InputError.told("evidence.no-criterion", pair=pair, criterion=criterion, known=known)
        return found

    def _criteria(self, workshop: Workshop, pair: str) -> tuple[Criterion, ...]:
        iteration = criteria_of(self._stores, workshop, pair)
        return tuple(c for milestone in iteration.milestones for c in milestone.criteria) if iteration else ()

    def _listed(self, workshop: Workshop, pair: str, fits: Callable[[Criterion], bool]) -> str:
        return ", ".join(f"{c.id} ({c.statement})" for c in self._criteria(workshop, pair) if fits(c)) or "–"

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


def _judged(criterion: Criterion) -> bool:
    return criterion.kind == "qualitative" or criterion.comparator == "judged"
