"""Old and new impact beside each other, in words that people can change."""

import pytest

from mlew.documents import parse, render
from mlew.documents.course import render_course
from mlew.documents.no_evidence import no_evidence
from mlew.domain.base import Locale
from mlew.domain.invention import Invention
from mlew.domain.invention_anew import Course
from mlew.domain.question import Earlier, Effect, Frequency, Question, QuestionSet, impacts_of
from mlew.errors import InputError

OFTEN = Frequency(times=2, per="week")
OLD = (Effect(direction="saved", amount=10, unit="minute"),)
NEW = (Effect(direction="saved", amount=30, unit="minute", assumed=False),)
QUESTIONS = QuestionSet(
    questions=(
        Question(
            id="Q1",
            kind="optimal",
            text="Why?",
            action_ids=("A1",),
            effects=NEW,
            frequency=OFTEN,
            impacts=impacts_of(NEW, OFTEN),
            rank=1,
            earlier=Earlier(effects=OLD, frequency=OFTEN, impacts=impacts_of(OLD, OFTEN), rank=4, because="4 of 5: V1"),
        ),
        Question(
            id="Q7",
            kind="optimal",
            text="Why at all?",
            action_ids=("A1",),
            frequency=OFTEN,
            rank=2,
            grows_out_of=("Q1",),
            let_go="V2",
        ),
    )
)
FORMER = Invention(
    id="I3", name="n", when_used="", how_solved="", effect="", how_done="", question_ids=(), solution_names=()
)


@pytest.mark.parametrize(
    ("locale", "row"),
    [
        ("en", "| Q1 | 17.3 h a year... | 52 h a year | saves 10 min (assumed) | 2 times a week (assumed) | 4 |"),
        ("ja", "| Q1 | 年 17.3 時間 | 年 52 時間 | 10 分 短縮（仮） | 週に 2 回（仮） | 4 |"),
    ],
)
def test_impact_before_and_now_stand_in_one_row(locale: Locale, row: str) -> None:
    text = render(QUESTIONS, locale)
    assert row.replace("...", "") in text
    assert parse("questions", text, locale) == QUESTIONS


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_row_of_a_question_that_is_not_there_is_named(locale: Locale) -> None:
    text = render(QUESTIONS, locale).replace("| Q1 | 年" if locale == "ja" else "| Q1 | 17", "| Q5 | 17")
    with pytest.raises(InputError, match="Q5"):
        parse("questions", text, locale)


def test_nothing_of_the_improvement_edition_shows_before_it() -> None:
    plain = QUESTIONS.model_copy(update={"questions": (QUESTIONS.questions[0].model_copy(update={"earlier": None}),)})
    text = render(plain, "en")
    assert not any(word in text for word in ("before", "Grows out of", "let go"))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_prompt_tells_what_was_decided_on_the_former_invention(locale: Locale) -> None:
    told = {
        render_course(Course.model_validate({"kind": kind, "back_to": back, "former": FORMER}), locale)
        for kind, back in (("go", ""), ("open", ""), *(("pivot", b) for b in ("listen", "define", "invent", "refine")))
    }
    assert len(told) == 6
    assert render_course(Course(), locale) == ""
    assert no_evidence(locale)
