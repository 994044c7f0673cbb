"""Old and new impact of questions beside each other, and questions let go, as tables below the ranking, and back."""

from collections.abc import Sequence

from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.effect import read_effect, read_frequency, write_effect, write_frequency, write_impact
from mlew.documents.figures import figure, read_figure
from mlew.documents.ids import id_cell, read_id
from mlew.documents.inline import cell, items, joined
from mlew.documents.page import Page
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.question import Earlier, Impact, Question, impacts_of

COLUMNS = Words(
    id=("番号", "Id"),
    before=("前の年間の影響", "Impact a year before"),
    now=("今の年間の影響", "Impact a year now"),
    effects=("前の 1 回の効果", "Effect each time before"),
    frequency=("前の頻度", "How often before"),
    rank=("前の順位", "Rank before"),
    because=("根拠", "Rests on"),
)
_LET_GO = Words(id=("番号", "Id"), reason=("理由", "Reason"))


def write_earlier(questions: Sequence[Question], locale: Locale) -> str:
    """A row for every question that was measured again; "" if none was. The impact of now is shown and never read."""
    rows = [_row(q, q.earlier, locale) for q in questions if q.earlier is not None]
    keys = ("id", "before", "now", "effects", "frequency", "rank", "because")
    return columns(COLUMNS, keys, rows, locale) if rows else ""


def write_let_go(questions: Sequence[Question], locale: Locale) -> str:
    """A row for every question that is not pursued; "" if all are."""
    rows = [{"id": id_cell(q.id), "reason": cell(q.let_go)} for q in questions if q.let_go]
    return columns(_LET_GO, ("id", "reason"), rows, locale) if rows else ""


def read_reviewed(page: Page, questions: Sequence[Question]) -> list[Question]:
    """The questions with what both tables say of them. Raises InputError naming the line of an unknown id."""
    measured = read_columns(page, "measured", COLUMNS, ("id", "effects", "frequency"), optional=True)
    let_go = read_columns(page, "let_go", _LET_GO, ("id", "reason"), optional=True)
    earlier = {_known(row, questions, page.locale): _earlier(row, page.locale) for row in measured}
    reasons = {_known(row, questions, page.locale): row.text("reason") for row in let_go}
    return [q.model_copy(update={"earlier": earlier.get(q.id), "let_go": reasons.get(q.id, "")}) for q in questions]


def _row(question: Question, earlier: Earlier, locale: Locale) -> dict[str, str]:
    return {
        "id": id_cell(question.id),
        "before": _impacts(earlier.impacts, locale),
        "now": _impacts(question.impacts, locale),
        "effects": joined(write_effect(effect, locale) for effect in earlier.effects),
        "frequency": write_frequency(earlier.frequency, locale),
        "rank": figure(earlier.rank),
        "because": cell(earlier.because),
    }


def _impacts(impacts: Sequence[Impact], locale: Locale) -> str:
    return joined(write_impact(impact, locale) for impact in impacts)


def _earlier(row: Record, locale: Locale) -> Earlier:
    effects = tuple(read_effect(written, row.number, locale) for written in items(row.written("effects")))
    frequency = read_frequency(row.written("frequency"), row.number, locale)
    rank = read_figure(row.written("rank")) if row.written("rank") else 0
    if rank is None:
        field = COLUMNS("rank", locale)
        raise defect(locale, "no-number", row.number, field=field, text=row.written("rank"), example="1")
    return Earlier(
        effects=effects,
        frequency=frequency,
        impacts=impacts_of(effects, frequency) if row.written("before") else (),
        rank=int(rank),
        because=row.text("because"),
    )


def _known(row: Record, questions: Sequence[Question], locale: Locale) -> str:
    identifier = read_id(row.written("id"))
    if identifier not in {q.id for q in questions}:
        choices = ", ".join(q.id for q in questions)
        raise defect(locale, "unknown-id", row.number, id=identifier, choices=choices)
    return identifier
