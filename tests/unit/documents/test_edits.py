"""What people do to Markdown: all of it is understood, kept as text, or refused with line and remedy."""

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents import parse, render
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.readiness import Readiness
from mlew.domain.solution import SolutionList
from mlew.errors import InputError
from tests.unit.documents.bodies import BODIES
from tests.unit.documents.samples import (
    INVENTIONS,
    ITERATION,
    JOURNEY,
    PRESS_RELEASE,
    QUESTIONS,
    READINESS,
    SAMPLES,
    SOLUTIONS,
)

_LOCALES: tuple[Locale, ...] = get_args(Locale)


def journey(text: str, locale: Locale = "en") -> Journey:
    """Parsed as a journey."""
    body = parse("journey", text, locale)
    assert isinstance(body, Journey)
    return body


def without_spaces_in_rules(text: str) -> str:
    """Tables as other editors write them."""
    return text.replace("| --- ", "|:--:").replace("| ", "|").replace(" |", "|")


_HARMLESS: dict[str, Callable[[str], str]] = {
    "extra blank lines": lambda text: text.replace("\n\n", "\n\n\n\n") + "\n\n",
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "Windows line ends and a byte order mark": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "stars as bullets": lambda text: text.replace("\n- ", "\n* "),
    "Japanese bullets": lambda text: text.replace("\n- ", "\n・"),
    "full-width colons": lambda text: text.replace(": ", "：", 3),
    "bold labels": lambda text: text.replace("\n- Customers:", "\n- **Customers**:").replace("- ペア:", "- **ペア：**"),
    "deeper headings": lambda text: text.replace("\n## ", "\n### "),
    "headings without a blank": lambda text: text.replace("\n## ", "\n##"),
    "narrow tables": without_spaces_in_rules,
    "tables without outer bars": lambda text: "\n".join(
        line.removeprefix("| ").removesuffix(" |") if line.startswith("| ") else line for line in text.split("\n")
    ),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
}
_TOLD_BY_LEVEL: tuple[ArtifactKind, ...] = ("solutions", "inventions", "press_release", "mock_spec")
"""Each thing is a section here, so the level of its heading matters."""
_CHANGES = [
    (kind, change)
    for kind in SAMPLES
    for change in _HARMLESS
    if change != "deeper headings" or kind not in _TOLD_BY_LEVEL
]


@pytest.mark.parametrize("locale", _LOCALES)
@pytest.mark.parametrize(("kind", "change"), _CHANGES)
def test_harmless_changes_change_nothing(kind: ArtifactKind, change: str, locale: Locale) -> None:
    assert parse(kind, _HARMLESS[change](render(SAMPLES[kind], locale)), locale) == SAMPLES[kind]


@pytest.mark.parametrize("locale", _LOCALES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_document_in_the_other_language_is_understood(kind: ArtifactKind, locale: Locale) -> None:
    other: Locale = "en" if locale == "ja" else "ja"
    assert parse(kind, render(SAMPLES[kind], other), locale) == SAMPLES[kind]


@pytest.mark.parametrize("locale", _LOCALES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_any_text_that_people_add_is_kept(kind: ArtifactKind, locale: Locale) -> None:
    @settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
    @given(st.text("abcあ仮 -*#:|\n12", min_size=1, max_size=30), st.integers(0, 40))
    def check(added: str, place: int) -> None:
        lines = render(SAMPLES[kind], locale).split("\n")
        place = min(place, len(lines))
        text = "\n".join([*lines[:place], "", added, "", *lines[place:]])
        try:
            body = parse(kind, text, locale)
        except InputError as error:
            assert error.hint
            return
        kept = render(body, locale)
        for word in {w for w in added.replace("|", " ").split() if w.isalpha() and w not in "仮"}:
            assert word in kept

    check()


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("locale", _LOCALES)
def test_a_damaged_document_is_read_or_refused_but_never_breaks(kind: ArtifactKind, locale: Locale) -> None:
    @settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        text = render(data.draw(BODIES[kind]), locale)
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text)))
            end = data.draw(st.integers(start, min(len(text), start + 30)))
            text = text[:start] + data.draw(st.text("|\n#-: A1（仮）", max_size=4)) + text[end:]
        try:
            body = parse(kind, text, locale)
        except InputError as error:
            assert error.message
            assert error.hint
        else:
            assert parse(kind, render(body, locale), locale) == body

    check()


def test_columns_may_be_moved_and_unknown_ones_are_kept_as_notes() -> None:
    text = (
        "| Feelings | Weather | Stage | Actions |\n|---|---|---|---|\n"
        "| cold | rain | Notice | A1: looks out<br>packs a coat (assumed) |\n"
    )
    read = journey("# Journey\n\n## Journey in time order\n\n" + text)
    assert [(a.id, a.text, a.assumed) for a in read.actions] == [
        ("A1", "looks out", False),
        ("A2", "packs a coat", True),
    ]
    assert read.stages[0].feelings == ("cold",)
    assert read.extra == "- Weather: rain"


def test_a_row_with_an_empty_first_cell_continues_the_stage_above() -> None:
    text = render(JOURNEY, "ja").replace("\n\n## 気づき", "\n|  | A9: 傘を干す |  | すっきり |\n\n## 気づき")
    last = journey(text, "ja").stages[-1]
    assert last.name == JOURNEY.stages[-1].name
    assert last.actions[-1].text == "傘を干す"
    assert last.feelings[-1] == "すっきり"


def test_what_lost_its_id_gets_a_new_one_that_was_never_used() -> None:
    text = render(JOURNEY, "en").replace("A2: ", "")
    body = parse("journey", text, "en", taken=["A1", "A7"])
    assert isinstance(body, Journey)
    assert [a.id for a in body.actions] == ["A1", "A8", "A3"]


def test_ids_with_full_width_digits_are_the_same_ids() -> None:
    assert journey(render(JOURNEY, "ja").replace("A1", "A１"), "ja") == JOURNEY


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A1 30分", ("time", "30分", 30)),
        ("A1 時間：３０ 分［毎朝］", ("time", "３０ 分", 30)),
        ("A1 500円（仮）", ("money", "500円", 500)),
        ("A1 お金: 月 2,000 円", ("money", "月 2,000 円", 2000)),
        ("A1 コツがいる", ("other", "コツがいる", None)),
    ],
)
def test_resources_are_read_as_people_write_them(written: str, read: tuple[str, str, float | None]) -> None:
    text = f"## 行動の流れ\n\n| 段階 | 行動 | リソース |\n|---|---|---|\n| 探す | A1: 見る | {written} |\n"
    (resource,) = journey(text, "ja").actions[0].resources
    assert (resource.kind, resource.text, resource.quantity and resource.quantity.middle) == read


@pytest.mark.parametrize(
    ("written", "per_year"),
    [("毎日", 365), ("週５回", 260), ("週 5 日", 260), ("月に1〜2回", 12), ("2 週間に 1 回（仮）", 26),
     ("twice a week", 104), ("daily", 365), ("every 2 weeks", 26), ("3 times a month", 36), ("毎週月曜日", 52)],
)  # fmt: skip
def test_frequencies_are_read_as_people_say_them(written: str, per_year: float) -> None:
    text = render(QUESTIONS, "ja").replace("週に 2 回（仮）", written)
    body = parse("questions", text, "ja")
    assert isinstance(body, QuestionSet)
    assert body.questions[0].frequency.per_year == per_year


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [("20〜40分短縮", 30, "minute"), ("saves about 2 hours", 2, "hour"), ("１万５千円 獲得", 15000, "yen"),
     ("30分", 30, "minute")],
)  # fmt: skip
def test_effects_are_read_as_people_say_them(written: str, amount: float, unit: str) -> None:
    body = parse("questions", render(QUESTIONS, "ja").replace("30 分 短縮（仮）", written), "ja")
    assert isinstance(body, QuestionSet)
    assert (body.questions[0].effects[0].amount, body.questions[0].effects[0].unit) == (amount, unit)


def test_the_yearly_impact_follows_an_edit_and_is_readable() -> None:
    text = render(QUESTIONS, "ja")
    assert "年 52 時間" in text
    body = parse("questions", text.replace("30 分 短縮（仮）", "60 分 短縮（仮）"), "ja")
    assert isinstance(body, QuestionSet)
    assert body.questions[0].impact_per_year("time") == 60 * 2 * 52


def test_a_solution_that_somebody_adds_counts_as_unrated() -> None:
    body = parse("solutions", render(SOLUTIONS, "ja") + "\n## 新しい案\n\n- いつ使う？: 雨の日\n", "ja")
    assert isinstance(body, SolutionList)
    added = body.solutions[-1]
    assert (added.name, added.when_used, added.difficulty, added.assumed) == ("新しい案", "雨の日", 5, True)


def test_a_section_without_labels_is_prose_not_a_solution() -> None:
    body = parse("solutions", render(SOLUTIONS, "en") + "\n## Checklist\n\n- [ ] all read\n", "en")
    assert isinstance(body, SolutionList)
    assert len(body.solutions) == len(SOLUTIONS.solutions)
    assert "Checklist" in body.prose
    assert "- [ ] all read" in body.prose


def test_an_own_invention_gets_an_id() -> None:
    body = parse("inventions", render(INVENTIONS, "en") + "\n## Umbrella tree\n\n- When is it used?: at night\n", "en")
    assert isinstance(body, InventionSet)
    assert (body.inventions[-1].id, body.inventions[-1].name) == ("I3", "Umbrella tree")


def test_a_faq_entry_needs_no_more_than_a_heading_and_an_answer() -> None:
    text = render(PRESS_RELEASE, "en").replace("\n## Comments", "\n### Q: Where is it?\n\nEverywhere.\n\n## Comments")
    body = parse("press_release", text, "en")
    assert isinstance(body, PressRelease)
    assert (body.faq[-1].question, body.faq[-1].answer, body.faq[-1].topic) == ("Where is it?", "Everywhere.", "other")


def test_a_criterion_that_somebody_adds_is_judged_by_a_person_until_it_is_measured() -> None:
    text = render(ITERATION, "en").replace("C2: half", "everybody smiles<br>C2: half")
    body = parse("iteration", text, "en")
    assert isinstance(body, Iteration)
    added = body.milestones[0].criteria[1]
    assert (added.id, added.statement, added.comparator) == ("C3", "everybody smiles", "judged")


@pytest.mark.parametrize("written", ["at least 60 %", "≥ 60%", "60%以上", "６０ % 以上"])
def test_the_line_to_cross_is_read_as_people_write_it(written: str) -> None:
    body = parse("iteration", render(ITERATION, "en").replace("at least 80 %", written), "en")
    assert isinstance(body, Iteration)
    criterion = body.milestones[0].criteria[0]
    assert (criterion.comparator, criterion.threshold, criterion.unit) == ("at_least", 60, "%")


def test_readiness_understands_words_without_signs() -> None:
    body = parse("readiness", render(READINESS, "ja").replace("❌ ない", "不足").replace("⚠️ 見えている", "あり"), "ja")
    assert body == READINESS
    assert isinstance(body, Readiness)


@pytest.mark.parametrize("locale", _LOCALES)
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
