"""`docs/genu-linter.md`: every rule with its texts, in English and Japanese, written from the rules themselves.

`python -m usecases.genu.lint.reference` writes it; a test compares it.
"""

from pathlib import Path

from mlew.domain.base import Locale, Model
from usecases.genu.lint.rulebook import FAMILIES, Rule, rules

PAGE = Path(__file__).parents[3] / "docs" / "genu-linter.md"
_UNKNOWN = "…"
"""Stands for a fact that only a file has."""


class _Sheet(Model):
    title: str
    intro: str
    columns: tuple[str, ...]
    error: str
    warning: str
    families: dict[str, str]


_SHEETS: dict[Locale, _Sheet] = {
    "en": _Sheet(
        title="Rules of `mlew usecases lint`",
        intro=(
            "Written from the rules by `make genu-reference`. An **error** means that the file is refused, breaks a"
            " page, or sends something else than was meant; a **warning** that it works but not as well as it looks."
            " ✓: `--fix` mends it where that is certain. Rules without a version hold for GenU 4 and 5."
        ),
        columns=("Rule", "Severity", "Fix", "What is wrong", "What GenU does", "What to do"),
        error="error",
        warning="warning",
        families={
            "file": "The file",
            "fields": "The six fields",
            "saving": "Creating and saving",
            "placeholders": "Double braces",
            "labels": "Labels",
            "choices": "Lists",
            "retrieval": "Searches",
            "examples": "Input examples",
            "values": "Values of examples",
            "models": "Fixed model",
            "attachments": "Attachments",
        },
    ),
    "ja": _Sheet(
        title="`mlew usecases lint` の規則",
        intro=(
            "規則から `make genu-reference` で書き出しています。**エラー**は、読み込みを拒否される、画面が壊れる、"
            "意図と違うものが送られる、のいずれかです。**警告**は、動くけれども見かけどおりではないものです。"
            "✓ は、確実に直せる場合に `--fix` が直します。版の指定がない規則は GenU 4 と 5 の両方に当てはまります。"
        ),
        columns=("規則", "重さ", "修正", "何が問題か", "GenU はどうするか", "どうすればよいか"),
        error="エラー",
        warning="警告",
        families={
            "file": "ファイル",
            "fields": "6 つの項目",
            "saving": "作成と保存",
            "placeholders": "二重括弧",
            "labels": "ラベル",
            "choices": "選択肢",
            "retrieval": "検索",
            "examples": "入力例",
            "values": "入力例の値",
            "models": "モデルの固定",
            "attachments": "添付ファイル",
        },
    ),
}


def reference() -> str:
    """The page in Markdown."""
    return "\n".join([_part("en"), _part("ja")])


def _part(locale: Locale) -> str:
    sheet = _SHEETS[locale]
    parts = [f"# {sheet.title}", "", sheet.intro, ""]
    for family in FAMILIES:
        head = ["| " + " | ".join(sheet.columns) + " |", "|" + " --- |" * len(sheet.columns)]
        parts += [f"## {sheet.families[family]}", "", *head]
        parts += [_row(rule, sheet, locale) for rule in rules() if rule.family == family]
        parts.append("")
    return "\n".join(parts)


def _row(rule: Rule, sheet: _Sheet, locale: Locale) -> str:
    text = rule.text(locale)
    only = f" (GenU {rule.versions[0]})" if len(rule.versions) == 1 else ""
    severity = sheet.error if rule.severity == "error" else sheet.warning
    cells = [f"`{rule.id}`", severity + only, "✓" if rule.fix else "", text.message, text.effect, text.remedy]
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return (text % _Unknown()).replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")


class _Unknown(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _UNKNOWN


def main(page: Path = PAGE) -> None:
    """Write the page."""
    page.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
