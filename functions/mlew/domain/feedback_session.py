"""Appointments at which people try a mock (METHOD, Test/Iterate)."""

from typing import Literal

from mlew.domain.base import Line, Model

Population = Literal["internal", "external"]
DEFAULT_MINIMUM_SAMPLE = 5
"""METHOD: five tests are taken as enough."""


class FeedbackSession(Model):
    """Who tries the mock, where, when (ISO date-time or ""), how many. Open fields are to be filled in Day0."""

    pair: str
    mock: Line = ""
    who: Line = ""
    population: Population = "internal"
    place: Line = ""
    starts: Line = ""
    expected: int = DEFAULT_MINIMUM_SAMPLE
