"""Numbers of a mock as CLI, report and decision show them. Definitions: docs/metrics.md."""

from datetime import datetime

from mlew.domain.base import Line, Model
from mlew.domain.estimate import Difference, Mean, Rate
from mlew.domain.mock import Population


class Period(Model):
    """Sessions whose first event is at `begin` or later and before `end`, in whole quarters of an hour."""

    begin: datetime | None = None
    end: datetime | None = None


ALWAYS = Period()


class StepFigure(Model):
    """Visitors that reached a step. `title`: "" for one that the mock does not declare.

    `of_previous` is of nobody for a step beside the funnel, since none comes before it.
    """

    id: str
    title: Line = ""
    visitors: int
    of_started: Rate
    of_previous: Rate


class AnswerFigure(Model):
    """Visitors by their last answer to a question: "solved" (is the problem solved) or "use" (would you)."""

    question: str
    yes: int
    unsure: int
    no: int

    @property
    def answered(self) -> int:
        """Any answer."""
        return self.yes + self.unsure + self.no


class Figures(Model):
    """Of people only. Durations in seconds; `percentiles`: by share in percent, None if there is no session.

    `lost`: events that pages numbered and that never came; `refused`: came and broke a rule. `beside`: screens out of
    the funnel's course: those where something goes wrong, and those that the mock does not declare.
    """

    events: int
    views: int
    clicks: int
    forms: int
    comments: int
    sessions: int
    visitors: int
    lost: int
    refused: int
    bounce: Rate
    duration: Mean
    percentiles: tuple[tuple[int, float | None], ...]
    visible: float | None
    funnel: tuple[StepFigure, ...]
    beside: tuple[StepFigure, ...] = ()
    task_success: Rate
    intention: Rate
    answer_rate: Rate
    answers: tuple[AnswerFigure, ...]


class Apart(Model):
    """Not counted, but listed: sessions and events of one kind."""

    kind: str
    sessions: int
    events: int


class PopulationFigures(Model):
    """Of one population."""

    population: Population
    figures: Figures


class Summary(Model):
    """`mock`: id. Populations without any session are left out."""

    mock: str
    title: Line
    period: Period
    total: Figures
    populations: tuple[PopulationFigures, ...]
    apart: tuple[Apart, ...]


class TimePoint(Model):
    """An hour or day in the workshop's time zone, by first events. `started`, `done`: visitors."""

    start: datetime
    events: int
    sessions: int
    visitors: int
    started: int
    done: int


class ElementFigure(Model):
    """`name` of data-track; `other`: all names beyond the limit together. `conversion`: sessions that clicked it."""

    name: str
    other: bool = False
    clicks: int
    sessions: int
    conversion: Rate


class Compared(Model):
    """One measure on both sides: `measure` is a field of Figures. Rates 0 … 1, durations in seconds."""

    measure: str
    first: float | None
    first_of: int
    second: float | None
    second_of: int
    difference: Difference


class Comparison(Model):
    """Two mocks, or two periods of one."""

    first: Summary
    second: Summary
    measures: tuple[Compared, ...]


class SessionLine(Model):
    """One session for drill-down and export: names instead of places. Durations in seconds."""

    id: str
    kind: str
    population: Population
    visitor: str
    begin: datetime | None
    duration: float
    visible: float
    events: int
    views: int
    clicks: int
    lost: int
    bounced: bool
    steps: tuple[str, ...]
    elements: tuple[tuple[str, int], ...]
    answers: tuple[tuple[str, str], ...]
