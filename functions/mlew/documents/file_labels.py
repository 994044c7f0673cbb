"""Labels of the workshop's files ("目的:", "**When is it used?**", "【行動】"), as people really write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mlew.documents.markdown_lines import SourceLine, bullet_length, outdent, protect, read_lines, starts_fence

_PERSONS = (
    {"they": "they", "do": "do", "want": "want", "are": "are", "their": "their", "them": "them"},
    {"they": "he", "do": "does", "want": "wants", "are": "is", "their": "his", "them": "him"},
    {"they": "she", "do": "does", "want": "wants", "are": "is", "their": "her", "them": "her"},
    {
        "they": "the customer",
        "do": "does",
        "want": "wants",
        "are": "is",
        "their": "the customer's",
        "them": "the customer",
    },
)


def _of(*labels: str) -> tuple[str, ...]:
    """Each label as people write it of one customer and of many."""
    verbs = re.compile(r"\b(do|want|are)\b")
    return tuple(
        verbs.sub(lambda found, p=person: p[found[1]], label.format(**person))  # type: ignore[misc]
        for label in labels
        for person in _PERSONS
    )


CUSTOMER_LABELS: dict[str, tuple[str, ...]] = {
    "product": ("プロダクト名", "プロダクト", "製品", "商品", "サービス名", "サービス", "product", "service"),
    "title": ("タイトル", "顧客名", "顧客像", "顧客", "ペルソナ", "title", "customer", "persona"),
    "summary": ("一言で", "ひとことで", "一文で", "概要", "要約", "summary", "in one sentence", "in short"),
    "purpose": (
        "顧客の目的", "達成したい目的", "目的", "ゴール", "目標", "やりたいこと", "実現したいこと", "達成したいこと",
        "願い", "purposes", "purpose", "goals", "goal", "aims", "aim", "objectives", "objective",
        *_of("what {they} want", "what {they} want to achieve"),
    ),
    "behaviour": (
        "顧客の行動", "現在の行動", "今の行動", "行動", "behaviours", "behaviors", "behaviour", "behavior", "actions",
        "普段の行動", "ふだんの行動", "日々の行動", "毎日の行動", "今していること", "いましていること", "していること",
        "今やっていること", "いまやっていること", "やっていること", "現在していること", "現在やっていること",
        "今の流れ", "現在の流れ", "一日の流れ", "1日の流れ", "業務の流れ", "仕事の流れ",
        *_of("what {they} do today", "what {they} do now", "what {they} do every day", "what {they} do"),
        "current behaviour", "current behavior", "behaviour today", "behavior today", "daily work", "workflow",
        *_of("{their} day", "a day in {their} life"),
    ),
    "attributes": (
        "顧客の属性", "属性", "顧客について", "この人について", "本人について", "人物像", "どんな人か", "どんな人",
        "プロフィール", "attributes", "attribute", "profile",
        *_of("who {they} are", "about {them}"),
    ),
    "extra": ("その他", "備考", "補足", "メモ", "other", "others", "notes", "remarks"),
}  # fmt: skip

SOLUTION_LABELS: dict[str, tuple[str, ...]] = {
    "when_used": (
        "いつ使うか", "いつ使う", "いつ使われる", "どんなときに使う", "どんな時に使う", "使う場面", "利用場面",
        "when is it used", "when it is used", "when to use it", "when to use", "when used", "used when", "when",
    ),
    "how_solved": (
        "どう課題を解決したか", "どう課題を解決した", "どう課題を解決する",
        "どう課題を解決しているか", "どう課題を解決している",
        "どのように課題を解決したか", "どのように課題を解決した", "どのように課題を解決する",
        "課題をどう解決した", "課題をどう解決する", "どう解決した", "どう解決する",
        "how does it solve the problem", "how did it solve the problem", "how it solves the problem",
        "how it solved the problem", "how is the problem solved",
    ),
    "effect": (
        "どんな効果が出たか", "どんな効果が出た", "どんな効果がでた", "どんな効果があった",
        "どんな効果がある", "どのような効果が出た", "効果",
        "what effect did it have", "what effect does it have", "what was the effect",
        "effects", "effect", "result", "results",
    ),
    "how_done": (
        "どう実現しているか", "どう実現している", "どう実現した", "どう実現する",
        "どのように実現している", "どのように実現した", "実現方法",
        "how is it done", "how it is done", "how is it implemented", "how is it realised", "how is it built",
    ),
    "difficulty": ("難易度", "難しさ", "difficulty"),
    "difficulty_reason": ("難易度の理由", "理由", "reason for the difficulty", "reason"),
    "references": (
        "参考文献", "参考資料", "参考url", "参考リンク", "参考", "出典",
        "references", "reference", "sources", "source",
    ),
}  # fmt: skip

_OPEN = r"[*_`【\[「『＜<《■◆▼●◎★☆▶\s　]*"
_CLOSE = r"[*_`】\]」』＞>》\s　]*"
_ASIDE = r"(?:[ 　]*[（(][^（）()\n]{0,40}[）)]|[ 　]*[/／][ 　]*[A-Za-z]{3,12})?"


@dataclass(frozen=True)
class LabelledLine:
    """A line that begins a field. `indent`: columns before its text; `level`: of the heading, 0 if none."""

    field: str
    value: str
    indent: int
    level: int


def labelled(line: SourceLine, labels: Mapping[str, Sequence[str]]) -> LabelledLine | None:
    """The field that a line begins, and what stands behind the label; None if there is no label.

    A label counts when it is a heading, stands alone, is set off by brackets or bold type, ends with a question
    mark, or is followed by a colon. So "目的地を調べる" and "reasonable" are text.
    """
    if line.fenced:
        return None
    if line.level:
        body, indent = line.title, 0
    else:
        body, indent = line.text[bullet_length(line.text) :], line.indent
    return _match(body, indent, line.level, tuple((field, tuple(names)) for field, names in labels.items()))


def _match(body: str, indent: int, level: int, labels: tuple[tuple[str, tuple[str, ...]], ...]) -> LabelledLine | None:
    match = _pattern(labels).match(body)
    if match is None:
        return None
    field = next(name for name, value in match.groupdict().items() if value is not None and name not in _PARTS)
    value = outdent(match["value"], 999).rstrip()
    set_off = match["close"].strip() != "" or match["question"] is not None or match["separator"] is not None
    if value and not set_off:
        return None
    return LabelledLine(field, value, indent, level)


_PARTS = {"close", "question", "separator", "value"}


@cache
def _pattern(labels: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    fields = "|".join(
        f"(?P<{field}>{'|'.join(_spaced(name) for name in sorted(names, key=len, reverse=True))})"
        for field, names in labels
    )
    return re.compile(
        rf"^{_OPEN}(?:{fields})(?![A-Za-z]){_ASIDE}(?P<question>[?？])?{_ASIDE}(?P<close>{_CLOSE})"
        rf"(?P<separator>[:：](?!//)|[\s　][-–—=＝]+(?=[\s　]))?(?:[*_]+)?(?P<value>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _spaced(name: str) -> str:
    return r"[ 　]+".join(re.escape(word) for word in name.split(" "))


def table_cells(text: str) -> tuple[str, ...]:
    """Cells of a table row "| a | b |"; empty if the line is no row or the line between head and body."""
    body = text.strip()
    if not body.startswith("|") or body.count("|") < 2:
        return ()
    cells = tuple(
        cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", body.removeprefix("|").removesuffix("|"))
    )
    return () if all(set(cell) <= set(":- ") for cell in cells) else cells


def protected(text: str, labels: Mapping[str, Sequence[str]]) -> str:
    """`text`, one line of a field, so written that it cannot be read as heading, label, fence, rule or blank line."""
    line = read_lines(text)[0]
    structural = (
        line.blank
        or line.level > 0
        or line.rule
        or starts_fence(text)
        or text.lstrip(" \t　").startswith("\\")
        or labelled(line, labels) is not None
    )
    return protect(text) if structural else text
