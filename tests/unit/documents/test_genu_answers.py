"""Answers copied out of GenU: what becomes a document, what counts, and that nothing is lost."""

import re
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.documents import inventions, journey, questions, render, solutions
from mlew.documents.genu_answers import Answers, read_answers
from mlew.documents.genu_sections import titles_of
from mlew.documents.genu_text import is_own_title
from mlew.documents.inline import decode
from mlew.documents.words import Words, plain
from mlew.domain.artifact import BODIES, TEAM, Body
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList

_LOCALES: tuple[Locale, ...] = get_args(Locale)
_STEPS = ("listen", "define", "difficulty", "invent", "refine", "milestone", "test_script", "mock", "market_milestones")
_KINDS = [kind for kind in BODIES if kind != "readiness"]
_SECTION_NAMES = ("Listen", "Define", "Invent", "Refine", "Test/Iterate", "Iterate")
_WORDS = (inventions.LABELS, inventions.VIEWS, journey.COLUMNS, questions.COLUMNS, solutions.LABELS)
B = TypeVar("B", bound=Body)


def pasted(locale: Locale) -> str:
    """A pair's note, as models answer the use cases and people collect it."""
    return (files("tests.unit.documents") / "genu_pasted" / f"note.{locale}.md").read_text(encoding="utf-8")


def only(answers: Answers, model: type[B]) -> B:
    """The document of this kind."""
    (body,) = (body for body in answers.last.bodies.values() if isinstance(body, model))
    return body


def unkept(text: str, answers: Answers, locale: Locale) -> list[str]:
    """Lines that are neither in a document nor left over; marks, numbers and our own words alone say nothing."""
    bodies = [body for reading in (answers.last, *answers.earlier) for body in reading.bodies.values()]
    known = "\n".join(_pieces("\n".join([*(render(body, locale) for body in bodies), answers.last.leftovers])))
    return [
        line
        for line in re.split(r"\r\n|[\r\n]", text)
        if not _is_mark(line) and any(piece not in known and not _is_word(piece) for piece in _pieces(line))
    ]


def _is_mark(line: str) -> bool:
    """A fence, the title of a use case, or the name of a section or document, with or without a pair."""
    title = re.sub(r"\s+–.*", "", line.strip().strip("#＃*｜| \t　【】:：■"))
    fence = re.match(r"^ {0,3}[`~]{3,}[ \t]*(markdown)?[ \t]*$", line) is not None
    return fence or is_own_title(line.replace("<output>", "").replace("</output>", "")) or _is_word(plain(title))


def _is_word(piece: str) -> bool:
    return piece in _our_words() or re.fullmatch(r"(段階|行動段階|ステージ|stage)?[0-9]{1,2}", piece) is not None


@cache
def _our_words() -> frozenset[str]:
    tables = [*map(titles_of, _KINDS), *_WORDS]
    return frozenset(map(plain, [*_SECTION_NAMES, *(word for words in tables for word in _spellings(words))]))


def _spellings(words: Words) -> list[str]:
    return [word for entry in vars(words)["_entries"].values() for word in entry]


def _pieces(text: str) -> list[str]:
    text = re.sub(r"^\s*\d{1,2}[.)．）]\s+", "", text, flags=re.MULTILINE)
    parts = re.split(r"\n|<br[ \t]*/?>|[:：|｜]", re.sub(r"</?output>", "", text), flags=re.IGNORECASE)
    return [plain(decode(part)) for part in parts]


def test_a_japanese_note_of_a_pair_is_read_whole() -> None:
    answers = read_answers([pasted("ja")], "ja")

    assert answers.last.problems == ()
    assert answers.earlier == ()
    journey = only(answers, Journey)
    assert journey.segment == "社員食堂を任された店長"
    assert [a.id for a in journey.actions] == ["A1", "A2", "A3"]
    assert [a.assumed for a in journey.actions] == [False, True, False]
    assert journey.insights == ("余った食材は記録されていない", "雨の日の外れがいちばん大きい（仮）")
    assert [q.id for q in only(answers, QuestionSet).questions] == ["Q1", "Q2"]
    rated = only(answers, SolutionList).solutions
    assert [(s.name, s.origin, s.difficulty, s.assumed) for s in rated] == [
        ("来客数の予測", "小売", 3, False),
        ("写真で残量を測る", "病院給食", 5, True),
    ]
    inventions = only(answers, InventionSet)
    assert (inventions.chosen, inventions.inventions[0].solution_names) == ("I1", ("来客数の予測", "写真で残量を測る"))
    release = only(answers, PressRelease)
    assert (release.pair, len(release.steps), len(release.faq)) == ("A", 2, 2)
    assert [c.id for m in only(answers, Iteration).milestones for c in m.criteria] == ["C1", "C2"]


def test_what_people_and_models_said_around_it_is_left_over() -> None:
    left = read_answers([pasted("ja")], "ja").last.leftovers

    for said in (
        "今日のワークショップのメモ",
        "承知しました",
        "いかがでしょうか",
        "ご確認ください。",
        "会議室を押さえる",
    ):
        assert said in left
    for read in ("売上表", "余った食材", "｜Listen：顧客は誰か", "```"):
        assert read not in left


def test_an_english_note_in_any_order_with_lists_for_tables_is_read() -> None:
    answers = read_answers([pasted("en")], "en")

    assert answers.last.problems == ()
    questions = only(answers, QuestionSet).questions
    assert [(q.id, q.kind, q.frequency.per, q.action_ids) for q in questions] == [
        ("Q1", "optimal", "week", ("A1",)),
        ("Q2", "continuous", "day", ("A1", "A2")),
    ]
    assert questions[0].text == "Why can one not know the free machines without ringing?"
    assert only(answers, Iteration).pair == "B"
    left = answers.last.leftovers
    for said in ("Here is the result", "I have kept what your sheet says", "another version", "about Sundays"):
        assert said in left


def test_the_last_answer_counts_and_the_former_is_kept() -> None:
    answers = read_answers([pasted("en")], "en")

    assert [a.text for a in only(answers, Journey).actions] == ["rings four depots"]
    (before,) = [reading.bodies["journey", TEAM] for reading in answers.earlier if ("journey", TEAM) in reading.bodies]
    assert isinstance(before, Journey)
    assert [stage.name for stage in before.stages] == ["Order the machine", "Wait at the gate"]
    assert [a.text for a in before.actions] == [
        "rings three depots",
        "writes times on a pad",
        "stands at the gate at seven",
    ]
    assert before.insights == ("Nobody writes down when a machine comes late",)


def test_inventions_of_further_answers_are_added() -> None:
    inventions = only(read_answers([pasted("en")], "en"), InventionSet).inventions

    assert [(i.id, i.name) for i in inventions] == [("I1", "Gate clock"), ("I2", "Neighbour's digger")]
    assert inventions[1].solution_names == ("Free list", "Site map")


def test_an_invention_that_was_made_anew_replaces_the_former() -> None:
    text = "## Invent\n\n### Inventions – B\n\n- Pair: B\n\n#### I1: {}\n\n- When is it used?: at seven\n"
    answers = read_answers([text.format("one"), text.format("two")], "en")

    assert [i.name for i in only(answers, InventionSet).inventions] == ["two"]
    (before,) = (body for reading in answers.earlier for body in reading.bodies.values())
    assert isinstance(before, InventionSet)
    assert [i.name for i in before.inventions] == ["one"]


@pytest.mark.parametrize("locale", _LOCALES)
@pytest.mark.parametrize("step", _STEPS)
def test_an_answer_in_the_form_that_the_use_case_asks_for_is_read(step: str, locale: Locale) -> None:
    form = (files("usecases.genu") / "forms" / f"{step}.{locale}.md").read_text(encoding="utf-8")

    answers = read_answers([form], locale, pair="a")

    assert answers.last.problems == ()
    assert len(answers.last.bodies) == 1
    assert answers.last.leftovers == ""


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_level_of_headings_does_not_matter(level: int) -> None:
    marks = "#" * level
    table = "| Stage | Actions |\n|--|--|\n| seek | A1: look |"
    text = f"{marks} Listen\n\n{marks}# Journey in time order\n\n{table}\n\n{marks}# Insights\n\n- dear\n"

    journey = only(read_answers([text], "en"), Journey)

    assert journey.insights == ("dear",)
    assert [a.text for a in journey.actions] == ["look"]


def test_an_answer_that_cannot_be_read_is_kept_as_it_was_pasted_and_told() -> None:
    text = "## Define\n\n| Question | Effect | How often |\n|--|--|--|\n| Why? | saves 5 min | now and then |\n"

    found = read_answers(["\n\n" + text], "en").last

    assert found.bodies == {}
    assert found.leftovers == text.strip()
    assert "line 7" in found.problems[0]


def test_documents_without_a_pair_are_of_the_one_that_is_named() -> None:
    text = "## Refine\n\n### Press release – ‹pair›\n\n- Pair: ‹pair›\n\n#### Message\n\n- Headline: It is here\n"

    assert read_answers([text], "en").last.bodies == {}
    assert set(read_answers([text], "en", pair="web").last.bodies) == {("press_release", "web")}


def test_a_cell_that_was_read_otherwise_than_written_is_kept_as_it_was_written() -> None:
    text = "## Define\n\n| Question | Effect | How often |\n|--|--|--|\n| Why? | 20-30 minutes or so | daily |\n"

    answers = read_answers([text], "en")

    assert only(answers, QuestionSet).questions[0].effects[0].amount == 25
    assert "20-30 minutes or so" in answers.last.leftovers


_FRAGMENTS = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "### ",
            "#### ",
            "＃＃ ",
            "**",
            "```",
            "```markdown",
            "~~~",
            "---",
            "- ",
            "  - ",
            "1. ",
            "| ",
            "｜",
        ),
        *(
            " | ",
            "|--|--|",
            "：",
            ": ",
            "<br>",
            "\\|",
            "&#124;",
            "&nbsp;",
            "<output>",
            "</output>",
            "\n",
            "\n\n",
            "\r",
            "\t",
        ),
        *(
            "Listen",
            "Define",
            "Invent",
            "Refine",
            "Test/Iterate",
            "MLEW 実践編 1｜Listen：顧客は誰か",
            " – A",
            "（仮）",
        ),
        *(
            "カスタマージャーニー",
            "問い",
            "発明",
            "既知の解決策と難易度",
            "プレスリリース",
            "Inventions",
            "Criteria",
            "Milestones",
        ),
        *("行動段階", "行動", "Stage", "Actions", "Resources", "Question", "Effect", "How often", "Pair", "Headline"),
        *(
            "A1: look",
            "Q1",
            "I1: pot",
            "C1: 4 of 5",
            "saves 20 min",
            "daily",
            "難易度",
            "3",
            "いつ使う？",
            "気づき",
            "Insights",
        ),
    ]
)
_TEXTS = st.lists(_FRAGMENTS | st.text(max_size=6), max_size=60).map("".join)


def _answer_of(parts: list[str]) -> str:
    return "\n\n".join(parts)


@pytest.mark.parametrize("locale", _LOCALES)
def test_nothing_that_was_pasted_is_lost_whatever_it_is(locale: Locale) -> None:
    sections = re.split(r"\n\n+", pasted(locale))

    @settings(deadline=None, max_examples=100)
    @given(_TEXTS | st.lists(st.sampled_from(sections) | _TEXTS, max_size=12).map(_answer_of))
    def check(text: str) -> None:
        answers = read_answers([text], locale, pair="a")
        assert unkept(text.removeprefix("\ufeff"), answers, locale) == []

    check()
