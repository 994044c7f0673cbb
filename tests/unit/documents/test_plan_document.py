"""A plan's Markdown reads back as it was, and understands what people make of it."""

from datetime import date, datetime
from itertools import pairwise
from typing import get_args

import pytest

from mlew.documents.plan import parse, render
from mlew.domain.base import Locale
from mlew.domain.plan import (
    Plan,
    ProgressMeeting,
)
from mlew.errors import InputError
from tests.unit.documents.plans import CANTEEN, TOOLS


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize("plan", [CANTEEN, TOOLS])
def test_a_teams_plan_reads_back_in_either_language(plan: Plan, locale: Locale) -> None:
    assert parse(render(plan, locale), locale) == plan
    assert parse(render(plan, "ja" if locale == "en" else "en"), locale) == plan


def test_sections_come_in_the_order_in_which_people_decide() -> None:
    text = render(CANTEEN, "ja")
    places = [
        text.index(f"## {title}") for title in ("マイルストーン", "仕事", "お金の相談", "進捗会議", "経営層への報告")
    ]

    assert all(a < b for a, b in pairwise(places))
    assert "24,000,000" in text
    assert "プロダクトマネージャー" in text
    assert "2027-01-25 15:00" in text


def test_what_people_add_gets_an_id_and_the_usual_numbers() -> None:
    text = render(TOOLS, "en").replace(
        "| T6 |", "|  | Call the depots | sales |  | fan | 2026/11/9 | 2026-11-10 |  | T1, T2 |  |  |  |\n| T6 |", 1
    ).replace("2026/11/9", "2026/11/09")  # fmt: skip
    added = next(task for task in parse(text, "en").tasks if task.title == "Call the depots")

    assert (added.id, added.effort, added.start) == ("T7", 1, date(2026, 11, 9))
    assert added.depends_on == ("T1", "T2")
    assert added.milestone == "fan"


def test_a_changed_sum_does_not_matter_and_a_note_is_kept() -> None:
    text = render(TOOLS, "en").replace("| 9,500 |", "| 1 |") + "\nSomething else\n"
    found = parse(text, "en")

    assert found.requests == TOOLS.requests
    assert found.extra == "Something else"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("| 2026-11-03 | 3 |", "| soon | 3 |", "line 21: 'soon' is not understood as a date for 'Due'"),
        ("- First: 2026-11-02 08:30", "- First: Monday", "not understood as a date with a time for 'First'"),
        ("- First: 2026-11-02 08:30", "- First: 2026-11-02T08:30+09:00", "not understood as a date with a time"),
        ("- First: 2026-11-02 08:30\n", "", "the line '- First: …' is missing"),
        ("- Start: 2026-10-28\n", "", "'- Start: …' is missing"),
        ("Prototype and model calls: 6,000", "Prototype: plenty", "'plenty' is not understood as a number"),
        ("| T2 |", "| T1 |", "the id T1 is used twice"),
        ("- Currency: USD", "- Currency: shells", "Write one of: JPY / USD / EUR"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(before: str, after: str, words: str) -> None:
    text = render(TOOLS, "en")
    assert before in text
    with pytest.raises(InputError) as refused:
        parse(text.replace(before, after, 1), "en")

    assert words.casefold() in f"{refused.value.message} {refused.value.hint}".casefold()


def test_a_plan_of_nothing_but_a_start_is_a_plan() -> None:
    bare = Plan(starts=date(2026, 10, 28))

    assert parse(render(bare, "ja"), "ja") == bare
    assert parse("# 実行計画\n\n- 開始日: 2026/10/28\n", "ja") == bare


def test_a_bar_in_a_name_is_no_column() -> None:
    meeting = ProgressMeeting(first=datetime(2026, 11, 2, 8, 30), until=date(2027, 1, 1), people=("|", "a\\|b", "c\\"))  # noqa: DTZ001
    odd = TOOLS.model_copy(update={"meeting": meeting})

    assert parse(render(odd, "en"), "en") == odd


def test_seconds_survive() -> None:
    odd = TOOLS.model_copy(
        update={"meeting": ProgressMeeting(first=datetime(2026, 11, 2, 8, 30, 5), until=date(2027, 1, 1))}  # noqa: DTZ001
    )

    assert parse(render(odd, "en"), "en") == odd
