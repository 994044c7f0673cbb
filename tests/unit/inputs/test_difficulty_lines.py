"""Difficulties go back into the facilitator's own file, and nothing else changes."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.difficulty_lines import write_difficulties
from mlew.documents.solutions_file import parse_solutions
from mlew.domain.solution import Difficulty, RatedSolution
from tests.unit.inputs.written_text import lines

FILE = """# 一覧
<!-- 覚え書き -->

## 予測 : 飲食店
* いつ使う？　発注の前
* 難易度：
* 理由：
参考 : https://a.example/1

## 計量：ホテル
- いつ使う?: 片付けのとき
- 難易度: 3
- 理由: 既製品が
  ある

##  値引き : スーパー
| 項目 | 内容 |
|---|---|
| いつ使う? | 閉店前 |

## 見直し
- [ ] 難易度を付けた
"""


def rated(name: str, difficulty: Difficulty, reason: str = "データが紙") -> RatedSolution:
    return RatedSolution(name=name, difficulty=difficulty, difficulty_reason=reason)


def changed_lines(before: str, after: str) -> list[str]:
    return [x for x in difflib.ndiff(before.split("\n"), after.split("\n")) if x[0] in "+-"]


def test_empty_values_are_filled_where_they_stand() -> None:
    after = write_difficulties(FILE, [rated("予測", 5)])
    assert changed_lines(FILE, after) == ["- * 難易度：", "+ * 難易度：5", "- * 理由：", "+ * 理由：データが紙"]


def test_a_wrapped_reason_is_replaced_as_a_whole() -> None:
    after = write_difficulties(FILE, [rated("計量", 10)])
    assert changed_lines(FILE, after) == [
        "- - 難易度: 3", "+ - 難易度: 10", "+ - 理由: データが紙", "- - 理由: 既製品が", "-   ある",
    ]  # fmt: skip


def test_missing_lines_take_the_form_of_their_section() -> None:
    after = write_difficulties(FILE, [rated("値引き", 1)])
    assert changed_lines(FILE, after) == ["+ | 難易度 | 1 |", "+ | 理由 | データが紙 |"]


def test_missing_lines_of_an_english_section_are_english() -> None:
    after = write_difficulties(
        "## Lockers : parcels\n- When is it used?: at night\n\nReferences: x\n", [rated("Lockers", 3, "bought")]
    )
    assert after == (
        "## Lockers : parcels\n- When is it used?: at night\n- Difficulty: 3\n- Reason: bought\n\nReferences: x\n"
    )


def test_what_the_file_already_says_is_left_alone() -> None:
    text = "## a\n- いつ使う?: x\n- 難易度: 5 点（データが紙）\n"
    assert write_difficulties(text, [rated("a", 5)]) == text


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_stay(newline: str) -> None:
    text = "\ufeff" + FILE.replace("\n", newline)
    after = write_difficulties(text, [rated("予測", 5), rated("計量", 1), rated("値引き", 10)])
    assert after.startswith("\ufeff# 一覧" + newline)
    assert "\n" not in after.replace(newline, "")
    assert [s.difficulty for s in parse_solutions(after).solutions] == [5, 1, 10]


def test_a_name_that_is_not_in_the_file_changes_nothing() -> None:
    assert write_difficulties(FILE, [rated("配送", 5)]) == FILE


@given(st.lists(lines, max_size=10), st.sampled_from([1, 3, 5, 10]))
def test_writing_twice_is_writing_once_and_is_read_back(written: list[str], difficulty: Difficulty) -> None:
    text = "\n".join(["## a", "- いつ使う?: 朝", *written])
    ratings = [rated(s.name, difficulty) for s in parse_solutions(text).solutions]
    once = write_difficulties(text, ratings)
    assert write_difficulties(once, ratings) == once
    assert all(s.difficulty == difficulty for s in parse_solutions(once).solutions)
