"""A session after one more request: what is new is counted, what came before is not."""

from collections.abc import Iterable
from copy import copy

from mlew.domain.click_record import ClickEvent, ClickRecord, RefusedEvent
from mlew.domain.mock import Population
from mlew.domain.tally import Kind, Names, Session
from mlew.domain.voice import Voice
from mlew.metrics import counters
from mlew.metrics.arrivals import short_hash, take_id, take_number
from mlew.metrics.names import element_index, step_index

_LONGEST_DELAY = 7 * 24 * 3600 * 1000
_LARGEST_LEAD = 3600 * 1000
_LONGEST_VISIBLE = 30 * 60 * 1000
_COUNTED = {
    "view": counters.VIEWS,
    "click": counters.CLICKS,
    "form": counters.FORMS,
    "custom": counters.CUSTOM,
    "comment": counters.COMMENTS,
}


def begun(record: ClickRecord, population: Population, visitor: str) -> Session:
    """A session before its first event. Kind, population and visitor are those of the request that came first."""
    kind: Kind = record.agent
    if kind == "person" and record.preview:
        kind = "preview"
    return Session(
        id=record.session,
        kind=kind,
        population=population,
        visitor=visitor if kind == "person" else "",
        first=0,
        last=0,
        tried=record.arrived,
    )


def advance(session: Session, records: Iterable[ClickRecord], names: Names) -> tuple[Session, list[Voice]]:
    """The session with these requests, in the order in which they came, and its new comments.

    The session that was given stays as it is, and is the answer itself if nothing was new. Times far from their
    request's arrival are taken for the arrival: the intake has set them right, but whoever may write to the stream
    could have put anything there.
    """
    later = _copied(session)
    voices: list[Voice] = []
    news = False
    for record in records:
        for refused in record.refused:
            if _is_new(later, refused):
                news = True
                _one_more(later, counters.REFUSED)
        for event in record.events:
            if not _is_new(later, event):
                continue
            news = True
            at = _near(event.at, record.arrived)
            later.first = min(later.first or at, at)
            later.last = max(later.last, at)
            _count(later, event, at, names)
            if event.kind == "comment":
                voices.append(_voice(later, event, at))
    if later.first:
        later.tried = 0
    return (later, voices) if news else (session, [])


def _copied(session: Session) -> Session:
    later = copy(session)
    later.gaps, later.seen, later.steps = list(session.gaps), list(session.seen), list(session.steps)
    later.counts, later.elements, later.answers = dict(session.counts), dict(session.elements), dict(session.answers)
    later.entries = list(session.entries)
    return later


def _is_new(session: Session, event: ClickEvent | RefusedEvent) -> bool:
    return take_number(session, event.n) if event.n else take_id(session, event.id)


def _near(at: int, arrived: int) -> int:
    return at if arrived - _LONGEST_DELAY <= at <= arrived + _LARGEST_LEAD else arrived


def _count(session: Session, event: ClickEvent, at: int, names: Names) -> None:
    _one_more(session, counters.EVENTS)
    if name := _COUNTED.get(event.kind):
        _one_more(session, name)
    if event.kind == "click":
        index = element_index(names, event.name)
        session.elements[index] = session.elements.get(index, 0) + 1
    elif event.kind == "step":
        index = step_index(names, event.name)
        if index not in session.steps:
            session.steps.append(index)
    elif event.kind == "answer":
        if event.name in counters.QUESTIONS and event.value in counters.VALUES:
            answer = (at, str(event.value))
            session.answers[event.name] = max(session.answers.get(event.name, answer), answer)
    elif event.kind == "time" and isinstance(event.value, int | float):
        _one_more(session, counters.VISIBLE, min(max(0, int(event.value)), _LONGEST_VISIBLE))


def _one_more(session: Session, counter: str, by: int = 1) -> None:
    session.counts[counter] = session.counts.get(counter, 0) + by


def _voice(session: Session, event: ClickEvent, at: int) -> Voice:
    return Voice(
        at=at,
        session=session.id,
        event=str(event.n) if event.n else short_hash(event.id),
        population=session.population,
        visitor=session.visitor,
        kind=session.kind,
        text=str(event.value or ""),
    )
