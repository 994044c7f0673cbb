"""The closing of an edition: checklist and survey, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import bullets, labelled, read_bullets, read_labelled, text_of
from mlew.documents.choice import read_choice, read_number
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.figures import figure
from mlew.documents.inline import EMPTY, cell
from mlew.documents.page import Page, document, section
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.closing import Closing, ClosingItem

TITLES = Words(
    title=("改善編の締めくくり", "Closing of the improvement edition", "締めくくり", "closing"),
    items=("片づけるもの、決めておくもの", "What has to be done and settled", "項目", "items"),
    survey=("アンケート", "Survey"),
    other=OTHER,
)
_LABELS = Words(round=("回", "Round"), open=("残っているもの", "Still open"))
_COLUMNS = Words(
    state=("状態", "State"),
    title=("項目", "Item"),
    found=("わかったこと", "Found"),
    remedy=("やること", "What to do", "対策", "remedy"),
    id=("ID", "Id", "番号"),
)
_KEYS = ("state", "title", "found", "remedy", "id")
_STATES = Words(
    ok=("✅ よい", "✅ ok", "よい", "OK"),
    missing=("❌ まだ", "❌ missing", "不足", "足りない"),
    at_risk=("⚠️ 心配あり", "⚠️ at risk", "要注意"),
)


def render(closing: Closing, locale: Locale) -> str:
    """Markdown: the checklist, then the questions for everybody."""
    rows = (
        {
            "state": _STATES(item.state, locale),
            **{key: cell(getattr(item, key)) or (EMPTY if key == "id" else "") for key in _KEYS[1:]},
        }
        for item in closing.items
    )
    open_ = sum(item.state != "ok" for item in closing.items)
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_LABELS, locale, {"round": figure(closing.round), "open": figure(open_)}),
        section(TITLES("items", locale), columns(_COLUMNS, _KEYS, rows, locale)),
        section(TITLES("survey", locale), bullets(closing.survey, numbered=True)),
        section(TITLES("other", locale), block(closing.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Closing:  # noqa: ARG001 - ids are the product's
    """The closing of an edited document; what is open is counted again. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    values, rest = read_labelled(page.lines("title"), _LABELS)
    page.leave(rest)
    number = text_of(values, "round")
    round_ = read_number(number, locale, line=0, field=_LABELS("round", locale), default=1, example="2")
    records = read_columns(page, "items", _COLUMNS, ("state", "title", "id"))
    return Closing(
        round=int(round_),
        items=tuple(_item(record, locale) for record in records),
        survey=tuple(question.text for question in read_bullets(page.lines("survey"))),
        extra=page.extra(),
    )


def _item(record: Record, locale: Locale) -> ClosingItem:
    state = read_choice(_STATES, record.written("state"), locale, line=record.number, field=_COLUMNS("state", locale))
    return ClosingItem.model_validate({"state": state, **{key: record.text(key) for key in _KEYS[1:]}})
