"""solutions.md: METHOD's format, read as people write it, written back without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.solutions_file import parse_solutions, read_difficulty, render_solutions
from mlew.domain.base import Locale
from mlew.domain.solution import Solution
from tests.unit.inputs.written_text import blocks, lines, texts

_NAMES = lines.map(lambda text: " ".join(text.split()))
SOLUTIONS = st.builds(
    Solution,
    name=_NAMES,
    origin=_NAMES,
    when_used=texts.filter(bool),
    how_solved=texts,
    effect=texts,
    how_done=texts,
    references=st.lists(st.from_regex(r"https://[a-z]{3,8}\.example/[a-z0-9]{1,8}", fullmatch=True), max_size=3).map(
        tuple
    ),
    difficulty=st.sampled_from([None, 1, 3, 5, 10]),
    difficulty_reason=texts,
    extra=blocks,
)


@given(st.lists(SOLUTIONS, min_size=1, max_size=3), st.sampled_from(["ja", "en"]))
def test_rendered_solutions_are_read_back_without_loss(solutions: list[Solution], locale: Locale) -> None:
    assert parse_solutions(render_solutions(solutions, "", locale)).solutions == tuple(solutions)


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    parse_solutions(text)


@given(st.lists(lines, max_size=12))
def test_what_is_read_once_is_stable(written: list[str]) -> None:
    first = parse_solutions("\n".join(written))
    again = parse_solutions(render_solutions(first.solutions, first.prose, "ja"))
    assert parse_solutions(render_solutions(again.solutions, again.prose, "en")).solutions == again.solutions


FULL = Solution(
    name="予測", origin="飲食店", when_used="発注の前", how_solved="天気から", effect="差が 9% に", how_done="時系列",
    difficulty=5, difficulty_reason="データがある", references=("https://a.example/1",),
)  # fmt: skip
STANDARD = """## 予測 : 飲食店
- いつ使う?: 発注の前
- どう課題を解決した?: 天気から
- どんな効果が出た?: 差が 9% に
- どう実現している?: 時系列
- 難易度: 5
- 理由: データがある

参考 : https://a.example/1
"""


@pytest.mark.parametrize(
    "text",
    [
        STANDARD,
        STANDARD.replace("\n", "\r\n"),
        "\ufeff" + STANDARD,
        STANDARD.replace(":", "：").replace("https：", "https:").replace("?", "？"),
        STANDARD.replace("?:", "？　").replace("- ", "* "),
        STANDARD.replace("- い", "- **い").replace("使う?:", "使う?**:"),
        STANDARD.replace("- 理由", "  - 理由").replace("## 予測 : 飲食店", "##　予測：飲食店"),
        STANDARD.replace("- 難易度: 5\n- 理由: データがある", "- 難易度: ５（データがある）"),
        STANDARD.replace("- 難易度: 5\n- 理由: データがある", "- 難易度: 5 点、理由: データがある"),
        STANDARD.replace("いつ使う?: 発注の前", "いつ使う?\n  発注の前"),
        STANDARD.replace("- いつ使う?: 発注の前", "### いつ使う?\n\n発注の前"),
        STANDARD.replace("##", "###"),
        "# 一覧\n\n" + STANDARD + "\n## チェックリスト\n- [ ] 済んだ\n",
        "| 項目 | 内容 |\n".join(["", ""]) + STANDARD,
    ],
)
def test_every_usual_way_of_writing_reads_alike(text: str) -> None:
    assert parse_solutions(text).solutions == (FULL,)


def test_rows_of_a_small_table_are_fields() -> None:
    text = "## 予測 : 飲食店\n\n| 項目 | 内容 |\n|---|---|\n| いつ使う? | 発注の前 |\n| 難易度 | 3 |\n"
    solution = parse_solutions(text).solutions[0]
    assert (solution.when_used, solution.difficulty) == ("発注の前", 3)


def test_english_labels_are_read() -> None:
    text = (
        "## Forecast : restaurants\n- When is it used?: before ordering\n- How does it solve the problem?: by weather\n"
        "- What effect did it have?: 9 %\n- How is it done?: time series\n- Difficulty: 10\n- Reason: no data\n"
        "- References:\n  - https://a.example/1\n  - https://a.example/2\n"
    )
    solution = parse_solutions(text).solutions[0]
    assert solution.when_used == "before ordering"
    assert (solution.difficulty, solution.difficulty_reason) == (10, "no data")
    assert len(solution.references) == 2


def test_sections_without_a_label_are_prose() -> None:
    read = parse_solutions("# 使い方\n\n説明\n\n" + STANDARD + "\n## チェックリスト\n\n- [ ] 済んだ\n")
    assert read.prose == "# 使い方\n\n説明\n\n## チェックリスト\n\n- [ ] 済んだ"
    assert parse_solutions(render_solutions(read.solutions, read.prose, "ja")).prose == read.prose


def test_a_heading_inside_a_code_fence_starts_nothing() -> None:
    read = parse_solutions(STANDARD + "\n```\n## 中\n- いつ使う?: x\n```\n")
    assert [s.name for s in read.solutions] == ["予測"]
    assert "## 中" in read.solutions[0].extra


def test_a_missing_reference_is_no_defect() -> None:
    assert parse_solutions(STANDARD.split("\n参考", maxsplit=1)[0]).defects == ()


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("", "no-solutions", 0),
        ("# 一覧\n\n本文だけ\n", "no-solutions", 0),
        ("| 名前 | いつ使う? | どう課題を解決した? |\n|---|---|---|\n| a | b | c |\n", "solutions-in-table", 1),
        (
            "\n## \n- いつ使う?: a\n- どう課題を解決した?: b\n- 効果: c\n- 実現方法: d\n",
            "solution-without-name",
            2,
        ),
        (
            "## a\n- いつ使う?: a\n- どう課題を解決した?: b\n- どう実現している?: d\n",
            "solution-incomplete",
            1,
        ),
        ("## a\n- いつ使う?: a\n- どう課題を解決した?: b\n- 効果: c\n", "solution-incomplete", 1),
        ("## a\n- いつ使う?: a\n", "solution-incomplete", 1),
        (STANDARD.replace("難易度: 5", "難易度: 7"), "difficulty-scale", 6),
        (STANDARD + STANDARD.replace("## 予測 :", "## 予 測 :"), "solution-twice", 10),
    ],
)
def test_each_defect_is_named_with_its_line(text: str, rule: str, line: int) -> None:
    assert [(d.rule, d.number) for d in parse_solutions(text).defects] == [(rule, line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", (3, "")), ("１０", (10, "")), ("5点", (5, "")), ("高い", (None, "")), ("2", (None, "")), ("", (None, "")),
        ("10 (no data)", (10, "no data")), ("3, reason: known API", (3, "known API")), ("1.5", (None, "")),
    ],
)  # fmt: skip
def test_difficulty_is_read_only_from_the_scale(text: str, expected: tuple[int | None, str]) -> None:
    assert read_difficulty(text) == expected
