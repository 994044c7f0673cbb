"""The table of feedback sessions: who tries the mock, where, when, how many."""

from collections.abc import Sequence

from mlew.documents.choice import read_choice, read_number
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.figures import figure
from mlew.documents.inline import EMPTY, cell
from mlew.documents.page import Page
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.feedback_session import FeedbackSession

_COLUMNS = Words(
    pair=("ペア", "Pair"),
    mock=("モック", "Mock"),
    who=("誰が試すか", "Who tries it", "誰", "who"),
    population=("社内・社外", "Inside or outside", "population"),
    place=("場所", "Place"),
    starts=("日時", "Date and time", "date"),
    expected=("人数", "How many"),
)
_KEYS = ("mock", "who", "population", "place", "starts", "expected")
_POPULATIONS = Words(internal=("社内", "inside", "internal"), external=("社外", "outside", "external"))


def write_sessions(sessions: Sequence[FeedbackSession], pair: str, locale: Locale) -> str:
    """One row a session; the pair stands there only if it is not the document's own."""
    keys = _KEYS if all(session.pair == pair for session in sessions) else ("pair", *_KEYS)
    return columns(_COLUMNS, keys, [_row(session, locale) for session in sessions], locale) if sessions else ""


def read_sessions(page: Page, pair: str) -> tuple[FeedbackSession, ...]:
    """The sessions; without a pair they belong to `pair`. Raises InputError on an unknown population or number."""
    records = read_columns(page, "sessions", _COLUMNS, ("who", "starts"), optional=True)
    return tuple(_session(record, pair, page.locale) for record in records)


def _row(session: FeedbackSession, locale: Locale) -> dict[str, str]:
    return {
        "pair": cell(session.pair) or EMPTY,
        "population": _POPULATIONS(session.population, locale),
        "expected": figure(session.expected),
        **{key: cell(getattr(session, key)) for key in ("mock", "who", "place", "starts")},
    }


def _session(record: Record, pair: str, locale: Locale) -> FeedbackSession:
    population = read_choice(
        _POPULATIONS,
        record.written("population"),
        locale,
        line=record.number,
        field=_COLUMNS("population", locale),
        default="internal",
    )
    expected = read_number(
        record.written("expected").rstrip("人名 "),
        locale,
        line=record.number,
        field=_COLUMNS("expected", locale),
        default=5,
        example="5",
    )
    return FeedbackSession.model_validate(
        {
            "pair": record.text("pair") if record.written("pair") else pair,
            "population": population,
            "expected": int(expected),
            **{key: record.text(key) for key in ("mock", "who", "place", "starts")},
        }
    )
