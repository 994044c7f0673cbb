"""Numbers and closing comments of mocks into the evidence of their pairs."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from mlew.domain.artifact import Artifact
from mlew.domain.evidence import Evidence, Snapshot
from mlew.domain.evidence_collecting import remarks_of, with_remarks, with_snapshot
from mlew.domain.figures import ALWAYS, Period
from mlew.domain.mock import Mock, Population
from mlew.domain.voice import Voice
from mlew.domain.workshop import Workshop
from mlew.services.evidence.bringing import Bringing
from mlew.services.reading_metrics import ReadingMetrics

_PAGE = 200


class Filters(NamedTuple):
    """Which sessions count: kept in the snapshot, so that the same can be asked for again."""

    period: Period = ALWAYS
    population: Population | None = None


class Pulled(NamedTuple):
    """`voices`: comments that fit the filters, known ones too; `artifact`: None if nothing has changed since."""

    snapshot: Snapshot
    voices: int
    artifact: Artifact | None


class Pulling:
    """`simulated`: of this deployment nobody's clicks are real."""

    def __init__(self, numbers: ReadingMetrics, bringing: Bringing, *, simulated: bool) -> None:
        self._numbers = numbers
        self._bringing = bringing
        self._simulated = simulated

    def pull(self, workshop: Workshop, mock: Mock, filters: Filters, *, at: datetime) -> Pulled:
        """The mock's numbers as they stand at `at`, and what people wrote in it. Raises InputError for odd periods."""
        snapshot = self._snapshot(mock, filters, at)
        voices = [voice for voice in self._voices(mock) if _fits(voice, filters)]
        remarks = remarks_of(voices, mock.id)
        artifact = self._bringing.change(
            workshop,
            mock.pair,
            lambda before: with_remarks(with_snapshot(before, snapshot), remarks),
            note=f"pull {mock.title or mock.id}",
            first_session=self._numbers.first_session,
        )
        return Pulled(snapshot, len(remarks), artifact)

    def _snapshot(self, mock: Mock, filters: Filters, at: datetime) -> Snapshot:
        gone = mock.state == "destroyed"
        return Snapshot(
            summary=self._numbers.summary(mock, filters.period, filters.population),
            population=filters.population,
            round=mock.round,
            site_version=mock.version,
            taken_at=at,
            rehearsed=mock.rehearsed,
            simulated=self._simulated,
            destroyed_at=(mock.destroyed_at or at) if gone else None,
        )

    def _voices(self, mock: Mock) -> Iterator[Voice]:
        cursor = ""
        while True:
            page = self._numbers.voices(mock, cursor, _PAGE)
            yield from page.lines
            cursor = page.cursor
            if not cursor:
                return


def mocks_to_pull(workshop: Workshop, mocks: Sequence[Mock]) -> tuple[Mock, ...]:
    """Those of the round that the edition looks back on, that people could open."""
    return tuple(
        mock for mock in mocks if mock.round == workshop.evidence_round and (mock.is_seen or mock.state == "destroyed")
    )


def last_filters(evidence: Evidence, mock: Mock) -> Filters | None:
    """With which the mock's newest snapshot was taken; None if there is none."""
    found = evidence.snapshot_of(mock.id)
    return Filters(found.summary.period, found.population) if found else None


def _fits(voice: Voice, filters: Filters) -> bool:
    at, period = datetime.fromtimestamp(voice.at / 1000, UTC), filters.period
    inside = (period.begin is None or at >= period.begin) and (period.end is None or at < period.end)
    return inside and filters.population in (None, voice.population)
