"""Numbers of mocks: for the command line, the report and the decision."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Generic, NamedTuple, TypeVar

from mlew.domain.figures import (
    ALWAYS,
    Comparison,
    ElementFigure,
    Period,
    PopulationFigures,
    SessionLine,
    Summary,
    TimePoint,
)
from mlew.domain.mock import Mock, Population
from mlew.domain.tally import Names, Rollup
from mlew.domain.voice import Voice
from mlew.errors import InputError
from mlew.metrics import counters
from mlew.metrics.buckets import parsed
from mlew.metrics.comparing import compared
from mlew.metrics.figuring import apart, elements, figures
from mlew.metrics.names import NO_NAMES
from mlew.metrics.session_line import session_line
from mlew.metrics.summing import by_population, summed
from mlew.metrics.time_line import Span, time_line
from mlew.ports.metrics_reader import MetricsReader

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """`cursor`: for the next page, "" if this was the last."""

    lines: tuple[T, ...]
    cursor: str


class ReadingMetrics:
    """Every number but voices and sessions comes from rollups, so its price does not grow with the events."""

    def __init__(self, reader: MetricsReader) -> None:
        self._reader = reader

    def summary(self, mock: Mock, period: Period = ALWAYS, population: Population | None = None) -> Summary:
        """Of one population, or of all. Raises InputError for a period that ends before it begins or has no zone."""
        rollups, names = _only(self._rollups(mock, period), population), self._names(mock)
        counts = summed(rollups)
        return Summary(
            mock=mock.id,
            title=mock.title,
            period=period,
            total=figures(counts, names, mock.steps),
            populations=tuple(
                PopulationFigures(population=population, figures=figures(summed(theirs), names, mock.steps))
                for population, theirs in by_population(rollups).items()
                if summed(theirs).get(counters.SESSIONS)
            ),
            apart=apart(counts),
        )

    def summaries(
        self, mocks: Sequence[Mock], period: Period = ALWAYS, population: Population | None = None
    ) -> tuple[Summary, ...]:
        """Of a workshop's mocks, in their order."""
        return tuple(self.summary(mock, period, population) for mock in mocks)

    def time_line(
        self,
        mock: Mock,
        zone: tzinfo,
        span: Span = "hour",
        period: Period = ALWAYS,
        population: Population | None = None,
    ) -> tuple[TimePoint, ...]:
        """Hours or days of the workshop's time zone; of one population, or of all."""
        return time_line(_only(self._rollups(mock, period), population), zone, span)

    def first_session(self, mock: Mock) -> datetime | None:
        """Start of the quarter of an hour in which the first of the people came; None if nobody has."""
        rollups = self._rollups(mock, ALWAYS)
        return min((parsed(one.key)[0] for one in rollups if one.counts.get(counters.SESSIONS)), default=None)

    def elements(
        self, mock: Mock, period: Period = ALWAYS, population: Population | None = None
    ) -> tuple[ElementFigure, ...]:
        """Clicks by element, most sessions first; of one population, or of all."""
        return elements(summed(_only(self._rollups(mock, period), population)), self._names(mock))

    def compare_mocks(
        self, first: Mock, second: Mock, period: Period = ALWAYS, population: Population | None = None
    ) -> Comparison:
        """Second minus first."""
        return compared(self.summary(first, period, population), self.summary(second, period, population))

    def compare_periods(
        self, mock: Mock, first: Period, second: Period, population: Population | None = None
    ) -> Comparison:
        """Second minus first. A tester belongs to the period of their first session."""
        return compared(self.summary(mock, first, population), self.summary(mock, second, population))

    def voices(self, mock: Mock, cursor: str = "", limit: int = 50) -> Page[Voice]:
        """Comments of people, oldest first. A page may hold fewer than `limit` though others follow."""
        found, following = self._reader.voices(mock.id, cursor, limit)
        return Page(tuple(voice for voice in found if voice.kind == "person"), following)

    def sessions(self, mock: Mock, cursor: str = "", limit: int = 100) -> Page[SessionLine]:
        """All sessions, those that are not counted too, in the order of their ids.

        Where every event was refused there is none. A page may hold fewer than `limit` though others follow.
        """
        found, following = self._reader.sessions(mock.id, cursor, limit)
        names = self._names(mock)
        return Page(tuple(session_line(session, names) for session in found if session.first), following)

    def _rollups(self, mock: Mock, period: Period) -> list[Rollup]:
        if period.begin and period.end and period.begin >= period.end:
            raise InputError.told("metrics.period")
        return self._reader.rollups(mock.id, period.begin, period.end)

    def _names(self, mock: Mock) -> Names:
        return self._reader.names(mock.id) or NO_NAMES


def _only(rollups: list[Rollup], population: Population | None) -> list[Rollup]:
    return by_population(rollups)[population] if population else rollups
