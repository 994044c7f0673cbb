"""What stands in an exported file: a row for each session, comment or number. Its columns' names are its format."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from mlew.domain.csv_line import Cell
from mlew.domain.estimate import Mean, Rate
from mlew.domain.figures import Figures, SessionLine, Summary
from mlew.domain.mock import Mock
from mlew.domain.voice import Voice
from mlew.metrics.intervals import rate

Row = dict[str, Cell]
"""By column, in their order."""
SESSION_COLUMNS = (
    "mock", "pair", "session", "kind", "population", "visitor", "begin", "duration_s", "visible_s", "events", "views",
    "clicks", "lost", "bounced", "steps", "solved", "use", "elements",
)  # fmt: skip
VOICE_COLUMNS = ("mock", "pair", "at", "population", "visitor", "session", "text")
SUMMARY_COLUMNS = ("mock", "pair", "title", "population", "measure", "value", "hits", "of", "low", "high")
_RATES = ("task_success", "intention", "answer_rate", "bounce")
_COUNTS = ("events", "views", "clicks", "forms", "comments", "sessions", "visitors", "lost", "refused")


def session_row(mock: Mock, session: SessionLine, zone: tzinfo) -> Row:
    """Times in the workshop's zone. Lists are joined with blanks; of clicks, `name:times`."""
    answers = dict(session.answers)
    values = (
        mock.id,
        mock.pair,
        session.id,
        session.kind,
        session.population,
        session.visitor,
        _time(session.begin, zone) if session.begin else None,
        round(session.duration, 3),
        round(session.visible, 3),
        session.events,
        session.views,
        session.clicks,
        session.lost,
        session.bounced,
        " ".join(session.steps),
        answers.get("solved"),
        answers.get("use"),
        " ".join(f"{name}:{clicks}" for name, clicks in session.elements),
    )
    return dict(zip(SESSION_COLUMNS, values, strict=True))


def voice_row(mock: Mock, voice: Voice, zone: tzinfo) -> Row:
    """The tester's name is not known here, only the code of their link."""
    at = _time(datetime.fromtimestamp(voice.at / 1000, UTC), zone)
    values = (mock.id, mock.pair, at, voice.population, voice.visitor, voice.session, voice.text)
    return dict(zip(VOICE_COLUMNS, values, strict=True))


def summary_rows(mock: Mock, summary: Summary) -> Iterator[Row]:
    """One row a number: of all populations together, and of each. Rates 0 … 1, durations in seconds."""
    for population, found in (("all", summary.total), *((one.population, one.figures) for one in summary.populations)):
        for measure, *values in _measures(found):
            row = (mock.id, mock.pair, mock.title, population, measure, *values)
            yield dict(zip(SUMMARY_COLUMNS, row, strict=True))
    for apart in summary.apart:
        for what, count in (("sessions", apart.sessions), ("events", apart.events)):
            row = (mock.id, mock.pair, mock.title, "all", f"not_counted_{apart.kind}_{what}", count, *(None,) * 4)
            yield dict(zip(SUMMARY_COLUMNS, row, strict=True))


def _measures(found: Figures) -> Iterator[tuple[Cell, ...]]:
    for name in _COUNTS:
        yield (name, getattr(found, name), None, None, None, None)
    for name in _RATES:
        yield _rate(name, getattr(found, name))
    yield _mean("duration_s", found.duration)
    for share, at in found.percentiles:
        yield (f"duration_p{share}_s", at, None, None, None, None)
    yield ("visible_s", found.visible, None, None, None, None)
    for step in found.funnel:
        yield _rate(f"step:{step.id}", step.of_started)
    for step in found.beside:
        yield _rate(f"{'wrong' if step.title else 'other'}:{step.id}", step.of_started)
    for answer in found.answers:
        for value in ("yes", "unsure", "no"):
            yield _rate(f"{answer.question}:{value}", rate(getattr(answer, value), answer.answered))


def _rate(name: str, one: Rate) -> tuple[Cell, ...]:
    return (name, one.value, one.hits, one.of, one.low, one.high)


def _mean(name: str, one: Mean) -> tuple[Cell, ...]:
    return (name, one.value, None, one.of, one.low, one.high)


def _time(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds")
