"""What people do to Markdown: all of it is understood, kept as text, or refused with line and remedy."""

import pytest

from mlew.documents import parse, render
from mlew.documents.effect import read_frequency, write_frequency
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.press_release import PressRelease
from mlew.domain.question import Frequency, QuestionSet
from mlew.domain.readiness import Readiness
from mlew.domain.solution import SolutionList
from tests.unit.documents.edits import journey
from tests.unit.documents.samples import (
    INVENTIONS,
    ITERATION,
    PRESS_RELEASE,
    QUESTIONS,
    READINESS,
    SOLUTIONS,
)


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


@pytest.mark.parametrize(("times", "written"), [(1, "once a year"), (2, "2 times a year"), (1.5, "1.5 times a year")])
def test_what_happens_once_is_written_so_and_read_back(times: float, written: str) -> None:
    often = Frequency(times=times, per="year", assumed=False)
    assert write_frequency(often, "en") == written
    assert read_frequency(written, 1, "en") == often
