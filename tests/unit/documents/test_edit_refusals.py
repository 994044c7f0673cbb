"""What people do to Markdown: all of it is understood, kept as text, or refused with line and remedy."""

from collections.abc import Callable

import pytest

from mlew.documents import parse, render
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.press_release import PressRelease
from mlew.errors import InputError
from tests.unit.documents.edits import LOCALES, journey
from tests.unit.documents.samples import (
    JOURNEY,
    QUESTIONS,
    SAMPLES,
)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("kind", "spoil", "line"),
    [
        ("journey", lambda t: t.replace("A2: ", "A1: "), True),
        ("journey", lambda t: t.replace("A1 time", "A9 time").replace("A1 時間", "A9 時間"), True),
        ("journey", lambda t: t.replace(" | A1: ", " | x | y | A1: "), True),
        ("journey", lambda t: t.replace("| Actions |", "| ??? |").replace("| 行動 |", "| ??? |"), True),
        ("journey", lambda _: "# 何か\n\nhello", False),
        ("questions", lambda t: t.replace("30 分 短縮", "かなり短縮").replace("saves 30 min", "saves a lot"), True),
        ("questions", lambda t: t.replace("週に 2 回", "ときどき").replace("2 times a week", "often"), True),
        ("questions", lambda t: t.replace("| より最適 |", "| 最強 |").replace("| optimal |", "| best |"), True),
        ("questions", lambda t: t.replace("3,000", "高い"), True),
        ("questions", lambda t: t.replace("| 1 | Q1", "| first | Q1"), True),
        ("solutions", lambda t: t.replace(": 3\n", ": 4\n"), True),
        ("solutions", lambda t: t.replace(": 3\n", ": hard\n"), True),
        ("inventions", lambda t: t.replace("- ペア: web\n", "").replace("- Pair: web\n", ""), False),
        ("inventions", lambda t: t.replace("60 %", "most"), True),
        ("inventions", lambda t: t.replace("I2: ", "I1: "), True),
        ("press_release", lambda t: t.replace("- ペア: web\n", "").replace("- Pair: web\n", ""), False),
        ("iteration", lambda t: t.replace("- ペア: web\n", "").replace("- Pair: web\n", ""), False),
        ("iteration", lambda t: t.replace("| C2 |", "| C8 |"), True),
        ("iteration", lambda t: t.replace("at least 80 %", "enough").replace("80 % 以上", "十分"), True),
        ("iteration", lambda t: t.replace("② ", "⑨ ").replace("Winning fans", "x").replace("ファンの獲得", "x"), True),
        ("iteration", lambda t: t.replace("| 社内 |", "| 宇宙 |").replace("| inside |", "| space |"), True),
        ("iteration", lambda t: t.split("\n## ")[0], False),
        ("readiness", lambda t: t.replace("❌ ない", "まあまあ").replace("❌ missing", "so-so"), True),
    ],
)
def test_what_cannot_be_read_is_refused_with_line_and_remedy(
    kind: ArtifactKind, spoil: Callable[[str], str], line: bool, locale: Locale
) -> None:
    text = render(SAMPLES[kind], locale)
    assert spoil(text) != text
    named = r"^\d+ 行目: " if locale == "ja" else r"^line \d+: "
    with pytest.raises(InputError, match=named if line else None) as raised:
        parse(kind, spoil(text), locale)
    assert raised.value.hint


def test_the_line_that_is_named_is_the_line_that_is_wrong() -> None:
    text = render(QUESTIONS, "en").replace("2 times a week", "seldom")
    number = next(n for n, line in enumerate(text.split("\n"), 1) if "seldom" in line)
    with pytest.raises(InputError, match=f"^line {number}: .*seldom"):
        parse("questions", text, "en")


def test_headings_in_a_code_fence_begin_nothing() -> None:
    text = render(JOURNEY, "en") + "\n## Other notes\n\n```\n## Insights\n- not one\n```\n"
    read = journey(text)
    assert read.insights == JOURNEY.insights
    assert "## Insights" in read.extra


def test_a_journey_with_stages_as_columns_is_turned() -> None:
    read = journey(
        "## 行動の流れ\n\n| | 探す | 借りる |\n|---|---|---|\n| 行動 | 見る<br>聞く | 開ける |\n"
        "| 天気 | 雨 | |\n| 感情 | 不安 | 安心 |\n",
        "ja",
    )
    assert [(s.name, [a.text for a in s.actions], s.feelings) for s in read.stages] == [
        ("探す", ["見る", "聞く"], ("不安",)),
        ("借りる", ["開ける"], ("安心",)),
    ]
    assert "雨" in read.extra


def test_a_column_that_comes_twice_loses_nothing() -> None:
    read = journey("## Journey in time order\n\n| Stage | Actions | Actions |\n|---|---|---|\n| Notice | one | two |\n")
    assert [a.text for a in read.actions] == ["one"]
    assert "two" in read.extra


def test_a_title_in_own_words_keeps_what_stands_below_it() -> None:
    read = journey(render(JOURNEY, "en").replace("# Customer journey", "# How commuters get home"))
    assert read == JOURNEY.model_copy(update={"extra": "### How commuters get home"})


def test_questions_and_answers_need_no_headings() -> None:
    text = (
        "- ペア: web\n\n## よくある質問\n\nまえがき\n\n**Q1. いくらですか？**\n\nA. 100 円です。\n\n傘も無料です。\n\n"
        "Q：雨は？\nA：止みます。\n"
    )
    body = parse("press_release", text, "ja")
    assert isinstance(body, PressRelease)
    assert [(f.question, f.answer) for f in body.faq] == [
        ("いくらですか？", "100 円です。\n\n傘も無料です。"),
        ("雨は？", "止みます。"),
    ]
    assert body.extra == "まえがき"
