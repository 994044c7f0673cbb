"""Questions as a ranking table with their impact, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.effect import read_effect, read_frequency, write_effect, write_frequency, write_impact
from mlew.documents.figures import figure, read_figure
from mlew.documents.ids import id_cell, id_list, numbered, read_id, read_id_list
from mlew.documents.inline import cell, items, joined
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.page import Page, document, section
from mlew.documents.question_review import read_reviewed, write_earlier, write_let_go
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.question import Question, QuestionKind, QuestionSet, impacts_of

TITLES = Words(
    title=("問い", "Questions", "questions"),
    table=("影響の順位", "Ranking by impact", "順位", "ランキング", "ranking"),
    measured=("測り直した影響", "Impact measured again", "measured again"),
    let_go=("手放す問い", "Questions let go", "let go"),
    other=OTHER,
)
_LABELS = Words(hourly_rate=("1 時間あたりの金額", "Value of an hour", "時給", "hourly rate"))
COLUMNS = Words(
    rank=("順位", "Rank"),
    id=("番号", "Id"),
    kind=("種類", "Kind"),
    text=("問い", "Question"),
    impacts=("年間の影響", "Impact a year", "影響", "impact"),
    effects=("1 回の効果", "Effect each time", "効果", "effect"),
    frequency=("頻度", "How often", "frequency"),
    action_ids=("もとの行動", "From actions", "行動", "actions"),
    grows_out_of=("もとになった問い", "Grows out of"),
    author=("書いた人", "Author"),
)
_ALL = ("rank", "id", "kind", "text", "impacts", "effects", "frequency", "action_ids", "grows_out_of", "author")
_IF_ANY = ("grows_out_of", "author")
_KINDS = Words(optimal=("より最適", "optimal", "最適"), continuous=("より連続", "continuous", "連続"))
_KIND: dict[str, QuestionKind] = {"optimal": "optimal", "continuous": "continuous"}


def render(questions: QuestionSet, locale: Locale) -> str:
    """Markdown, in the order of the set. The yearly impact is shown and never read."""
    rate = questions.hourly_rate
    keys = [key for key in _ALL if key not in _IF_ANY or any(getattr(q, key) for q in questions.questions)]
    return document(
        f"# {TITLES('title', locale)}",
        "" if rate is None else labelled(_LABELS, locale, {"hourly_rate": assumed(figure(rate), True, locale)}),
        section(
            TITLES("table", locale), columns(COLUMNS, keys, (_row(q, locale) for q in questions.questions), locale)
        ),
        section(TITLES("measured", locale), write_earlier(questions.questions, locale)),
        section(TITLES("let_go", locale), write_let_go(questions.questions, locale)),
        section(TITLES("other", locale), block(questions.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> QuestionSet:
    """The questions of an edited document, impacts computed anew where they were shown. Raises InputError."""
    page = Page(text, locale, TITLES)
    values, rest = read_labelled(page.lines("title"), _LABELS)
    page.leave(rest)
    rate = None
    for value in values.get("hourly_rate", []):
        rate = read_figure(read_assumed(value.written)[0].strip(" 円¥$€"))
        if rate is None and value.written:
            field = _LABELS("hourly_rate", locale)
            raise defect(locale, "no-number", value.number, field=field, text=value.written, example="3,000")
    records = read_columns(page, "table", COLUMNS, ("text", "effects", "frequency"))
    written = [(read_id(r.written("id")) if r.written("id") else None, r.number) for r in records]
    ids = numbered("Q", written, locale, taken)
    questions = [_question(record, identifier, locale) for record, identifier in zip(records, ids, strict=True)]
    questions = read_reviewed(page, questions)
    return QuestionSet(questions=tuple(questions), hourly_rate=rate, extra=page.extra())


def _row(question: Question, locale: Locale) -> dict[str, str]:
    return {
        "rank": figure(question.rank),
        "id": id_cell(question.id),
        "kind": _KINDS(question.kind, locale),
        "text": cell(question.text),
        "impacts": joined(write_impact(impact, locale) for impact in question.impacts),
        "effects": joined(write_effect(effect, locale) for effect in question.effects),
        "frequency": write_frequency(question.frequency, locale),
        "action_ids": id_list(question.action_ids),
        "grows_out_of": id_list(question.grows_out_of),
        "author": cell(question.author),
    }


def _question(record: Record, identifier: str, locale: Locale) -> Question:
    line = record.number
    kind = _KINDS.key(record.written("kind")) or ("optimal" if not record.written("kind") else None)
    if kind is None:
        field, choices = COLUMNS("kind", locale), _KINDS.spoken(locale)
        raise defect(locale, "unknown-word", line, field=field, text=record.written("kind"), choices=choices)
    rank = read_figure(record.written("rank")) if record.written("rank") else 0
    if rank is None:
        field = COLUMNS("rank", locale)
        raise defect(locale, "no-number", line, field=field, text=record.written("rank"), example="1")
    effects = tuple(read_effect(written, line, locale) for written in items(record.written("effects")))
    frequency = read_frequency(record.written("frequency"), line, locale)
    return Question(
        id=identifier,
        kind=_KIND[kind],
        text=record.text("text"),
        action_ids=read_id_list(record.written("action_ids")),
        effects=effects,
        frequency=frequency,
        impacts=impacts_of(effects, frequency) if record.written("impacts") else (),
        rank=int(rank),
        author=record.text("author"),
        grows_out_of=read_id_list(record.written("grows_out_of")),
    )
