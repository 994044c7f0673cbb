"""Answers copied out of GenU: what becomes a document, what counts, and that nothing is lost."""

from mlew.documents.genu_answers import read_answers
from mlew.domain.artifact import TEAM
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from tests.unit.documents.genu_notes import only, pasted


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
