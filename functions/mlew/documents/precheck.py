"""The precheck as a table, what is missing first, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled, text_of
from mlew.documents.choice import read_choice, read_number
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.figures import figure
from mlew.documents.inline import EMPTY, cell
from mlew.documents.page import Page, document, section
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.precheck import Precheck, PrecheckItem

TITLES = Words(
    title=("改善編の事前確認", "Precheck of the improvement edition", "事前確認", "precheck"),
    items=("そろっているか", "What has to be there", "項目", "items"),
    other=OTHER,
)
OUTPUTS = Words(
    journey=("カスタマージャーニー", "journey"),
    questions=("問い", "questions"),
    solutions=("解決策の一覧", "list of solutions"),
    inventions=("発明", "inventions"),
    press_release=("プレスリリース", "press release"),
    iteration=("マイルストーンとテスト", "milestones and test"),
)
"""What the practice edition leaves."""
_LABELS = Words(round=("回", "Round"), missing=("足りないもの", "Still missing"))
_COLUMNS = Words(
    state=("状態", "State"),
    pair=("ペア", "Pair"),
    title=("項目", "Item"),
    found=("わかったこと", "Found"),
    who=("誰が", "Who"),
    remedy=("やること", "What to do", "対策", "remedy"),
    id=("ID", "Id", "番号"),
)
_KEYS = ("state", "pair", "title", "found", "who", "remedy", "id")
_STATES = Words(
    ok=("✅ よい", "✅ ok", "よい", "OK"),
    missing=("❌ ない", "❌ missing", "不足", "足りない"),
    at_risk=("⚠️ 心配あり", "⚠️ at risk", "要注意"),
)


def render(precheck: Precheck, locale: Locale) -> str:
    """Markdown, in the order of the pairs."""
    rows = (
        {
            "state": _STATES(item.state, locale),
            **{key: cell(getattr(item, key)) or (EMPTY if key == "id" else "") for key in _KEYS[1:]},
        }
        for item in precheck.items
    )
    counts = {"round": figure(precheck.round), "missing": figure(len(precheck.missing))}
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_LABELS, locale, counts),
        section(TITLES("items", locale), columns(_COLUMNS, _KEYS, rows, locale)),
        section(TITLES("other", locale), block(precheck.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Precheck:  # noqa: ARG001 - ids are the product's
    """The precheck of an edited document; how much is missing is counted again. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    values, rest = read_labelled(page.lines("title"), _LABELS)
    page.leave(rest)
    records = read_columns(page, "items", _COLUMNS, ("state", "title", "id"))
    round_ = read_number(
        text_of(values, "round"), locale, line=0, field=_LABELS("round", locale), default=1, example="2"
    )
    return Precheck(round=int(round_), items=tuple(_item(record, locale) for record in records), extra=page.extra())


def _item(record: Record, locale: Locale) -> PrecheckItem:
    state = read_choice(_STATES, record.written("state"), locale, line=record.number, field=_COLUMNS("state", locale))
    return PrecheckItem.model_validate({"state": state, **{key: record.text(key) for key in _KEYS[1:]}})
