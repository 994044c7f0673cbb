"""Answers copied out of GenU: what becomes a document, what counts, and that nothing is lost."""

import re
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.documents import inventions, journey, questions, render, solutions
from mlew.documents.discovery import SECTION_KINDS
from mlew.documents.genu_answers import Answers, read_answers
from mlew.documents.genu_sections import titles_of
from mlew.documents.genu_text import is_own_title
from mlew.documents.inline import decode
from mlew.documents.words import Words, plain
from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from tests.unit.documents.genu_notes import only, pasted

_LOCALES: tuple[Locale, ...] = get_args(Locale)


_STEPS = ("listen", "define", "difficulty", "invent", "refine", "milestone", "test_script", "mock", "market_milestones")


_KINDS = list(chain.from_iterable(SECTION_KINDS.values()))


_SECTION_NAMES = ("Listen", "Define", "Invent", "Refine", "Test/Iterate", "Iterate")


_WORDS = (inventions.LABELS, inventions.VIEWS, journey.COLUMNS, questions.COLUMNS, solutions.LABELS)


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


@pytest.mark.parametrize("locale", _LOCALES)
def test_nothing_that_was_pasted_is_lost_whatever_it_is(locale: Locale) -> None:
    sections = re.split(r"\n\n+", pasted(locale))

    @settings(deadline=None, max_examples=100)
    @given(_TEXTS | st.lists(st.sampled_from(sections) | _TEXTS, max_size=12).map(_answer_of))
    def check(text: str) -> None:
        answers = read_answers([text], locale, pair="a")
        assert unkept(text.removeprefix("\ufeff"), answers, locale) == []

    check()
