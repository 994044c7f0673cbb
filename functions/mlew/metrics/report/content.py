"""What a report shows."""

from datetime import datetime
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.domain.figures import ElementFigure, Summary, TimePoint
from mlew.domain.mock import Population
from mlew.domain.voice import Voice

MOST_VOICES = 200
"""Of a mock; an export has them all."""
MOST_HOURS = 72
"""Beyond them the time line goes by days."""


class MockNumbers(NamedTuple):
    """`rehearsed`: the mock's content comes from the rehearsal model. `points`: hours, or days if `by_day`.

    `more_voices`: comments that are not in `voices`.
    """

    pair: str
    pair_name: str
    rehearsed: bool
    summary: Summary
    by_day: bool
    points: tuple[TimePoint, ...]
    elements: tuple[ElementFigure, ...]
    voices: tuple[Voice, ...]
    more_voices: int


class Report(NamedTuple):
    """Times in the workshop's time zone, `zone`. `population`: None for everybody.

    `simulated`: counted on the embedded AWS, where nobody but its own machine can come.
    """

    locale: Locale
    workshop: str
    subject: str
    zone: str
    made_at: datetime
    begin: datetime | None
    end: datetime | None
    population: Population | None
    simulated: bool
    mocks: tuple[MockNumbers, ...]
