"""A session as a line of a list."""

from datetime import UTC, datetime

from mlew.domain.figures import SessionLine
from mlew.domain.tally import Names, Session
from mlew.metrics import counters
from mlew.metrics.arrivals import lost
from mlew.metrics.contribution import bounced

_SECOND = 1000


def session_line(session: Session, names: Names) -> SessionLine:
    """Names that found no room are ""."""
    steps, elements = ("", *names.steps), ("", *names.elements)
    counts = session.counts
    return SessionLine(
        id=session.id,
        kind=session.kind,
        population=session.population,
        visitor=session.visitor,
        begin=datetime.fromtimestamp(session.first / _SECOND, UTC) if session.first else None,
        duration=(session.last - session.first) / _SECOND,
        visible=counts.get(counters.VISIBLE, 0) / _SECOND,
        events=counts.get(counters.EVENTS, 0),
        views=counts.get(counters.VIEWS, 0),
        clicks=counts.get(counters.CLICKS, 0),
        lost=lost(session),
        bounced=bounced(session),
        steps=tuple(steps[index] for index in session.steps),
        elements=tuple((elements[index], clicks) for index, clicks in sorted(session.elements.items())),
        answers=tuple((question, value) for question, (_, value) in sorted(session.answers.items())),
    )
