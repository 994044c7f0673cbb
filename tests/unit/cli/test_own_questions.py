import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.question import QuestionSet
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench


def test_an_own_question_is_ranked_with_the_others(running: Terminal, bench: Bench) -> None:
    said = running(
        "review",
        "add-question",
        "Why wait?",
        "-a",
        "a4",
        "--effect",
        "2 hours",
        "--frequency",
        "3/week",
        "--as",
        "Dev A",
    )

    assert said.code == 0
    latest = bench.stores.artifacts.latest("w1", "questions", TEAM)
    assert latest is not None and isinstance(latest.body, QuestionSet)
    added = next(q for q in latest.body.questions if q.text == "Why wait?")
    assert (added.id, added.author, added.rank) == ("Q4", "Dev A", 1)
    assert added.impact_per_year("time") == 120 * 3 * 52


@pytest.mark.parametrize(
    "options",
    [
        ["-a", "A9", "--effect", "15 min", "--frequency", "1/day"],
        ["-a", "A1", "--effect", "much", "--frequency", "1/day"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "often"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "0/day"],
        ["-a", "A1", "--effect", "15 min", "--frequency", "1/day", "--kind", "continuous"],
        ["--effect", "15 min", "--frequency", "1/day"],
    ],
)
def test_a_question_that_cannot_be_read_is_refused(running: Terminal, options: list[str]) -> None:
    assert running("review", "add-question", "Why?", *options).code == 2


def test_japanese_amounts_and_frequencies_are_read(running: Terminal) -> None:
    said = running("review", "add-question", "なぜ?", "-a", "A1", "--effect", "＋500円", "--frequency", "2回/週")

    assert said.code == 0


def test_a_comment_is_kept_with_its_author(running: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")

    said = running("review", "comment", "a", "faq", "What does it cost?", "--faq", "--as", "Dev A")

    assert said.code == 0
    latest = bench.stores.artifacts.latest("w1", "press_release", "a")
    assert latest is not None and isinstance(latest.body, PressRelease)
    assert latest.body.comments[0].author == "Dev A"
    assert latest.body.faq[-1].question == "What does it cost?"


def test_a_comment_on_an_unknown_section_is_refused(running: Terminal, bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="New")), "a")

    assert running("review", "comment", "a", "footer", "x").code == 2
