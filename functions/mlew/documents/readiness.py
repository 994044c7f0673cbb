"""Readiness for the day as two tables, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled
from mlew.documents.choice import read_choice
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.inline import EMPTY, cell
from mlew.documents.page import Page, document, section
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.readiness import Readiness, ReadinessItem, Risk

TITLES = Words(
    title=("Day0 の準備", "Readiness (Day0)", "Day0", "準備", "readiness"),
    items=("準備の項目", "What has to be ready", "項目", "items"),
    risks=("うまくいかなくなる 7 つの兆し", "Seven ways to fail", "リスク", "risks"),
    other=OTHER,
)
_LABELS = Words(blocking=("始められるか", "Can it start", "開始"))
_START = Words(no=("❌ まだ始められません", "❌ Not yet"), yes=("✅ 始められます", "✅ Yes"))
_COLUMNS = Words(
    state=("状態", "State"),
    title=("項目", "Item", "リスク", "risk"),
    evidence=("わかったこと", "Evidence"),
    sign=("兆し", "Sign"),
    question=("確かめる質問", "Question to ask", "質問", "question"),
    remedy=("やること", "What to do", "対策", "remedy"),
    id=("ID", "Id", "番号"),
)
_ITEM = ("state", "title", "evidence", "remedy", "id")
_RISK = ("state", "title", "sign", "question", "remedy", "id")
_STATES = Words(
    ok=("✅ よい", "✅ ok", "よい", "OK"),
    missing=("❌ ない", "❌ missing", "不足", "足りない"),
    at_risk=("⚠️ 心配あり", "⚠️ at risk", "要注意"),
)
_SEEN = Words(
    seen=("⚠️ 見えている", "⚠️ seen", "あり", "yes"),
    unseen=("✅ 見えない", "✅ not seen", "なし", "no"),
    unknown=("？ 未確認", "? not known", "不明", "unknown"),
)
_SEEN_KEY = {True: "seen", False: "unseen", None: "unknown"}
_SEEN_VALUE = {key: value for value, key in _SEEN_KEY.items()}


def render(readiness: Readiness, locale: Locale) -> str:
    """Markdown, items first, then the risks with the question that finds them out."""
    items = (
        {"state": _STATES(item.state, locale), **_texts(item.model_dump(exclude={"state"}))} for item in readiness.items
    )
    risks = (
        {"state": _SEEN(_SEEN_KEY[risk.seen], locale), **_texts(risk.model_dump(exclude={"seen"}))}
        for risk in readiness.risks
    )
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_LABELS, locale, {"blocking": _START("no" if readiness.blocking else "yes", locale)}),
        section(TITLES("items", locale), columns(_COLUMNS, _ITEM, items, locale)),
        section(TITLES("risks", locale), columns(_COLUMNS, _RISK, risks, locale)),
        section(TITLES("other", locale), block(readiness.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Readiness:  # noqa: ARG001 - ids are the product's
    """The readiness of an edited document. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    values, rest = read_labelled(page.lines("title"), _LABELS)
    page.leave(rest)
    start = "yes"
    for value in values.get("blocking", []):
        field = _LABELS("blocking", locale)
        start = read_choice(_START, value.written, locale, line=value.number, field=field, default="yes")
    items = read_columns(page, "items", _COLUMNS, ("state", "title", "id"))
    risks = read_columns(page, "risks", _COLUMNS, ("state", "title", "id"))
    return Readiness(
        items=tuple(
            ReadinessItem.model_validate({"state": _choice(_STATES, r, locale), **_fields(r, _ITEM)}) for r in items
        ),
        risks=tuple(
            Risk.model_validate({"seen": _SEEN_VALUE[_choice(_SEEN, r, locale)], **_fields(r, _RISK)}) for r in risks
        ),
        blocking=start == "no",
        extra=page.extra(),
    )


def _texts(fields: dict[str, str]) -> dict[str, str]:
    return {key: cell(text) or (EMPTY if key == "id" else "") for key, text in fields.items()}


def _fields(record: Record, keys: tuple[str, ...]) -> dict[str, str]:
    return {key: record.text(key) for key in keys if key != "state"}


def _choice(words: Words, record: Record, locale: Locale) -> str:
    return read_choice(words, record.written("state"), locale, line=record.number, field=_COLUMNS("state", locale))
