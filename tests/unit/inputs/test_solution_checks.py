"""Warnings on the list as a whole."""

import pytest

from mlew.documents.solutions_file import parse_solutions, render_solutions
from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Difficulty, Solution
from mlew.inputs.solution_checks import solution_defects

CUSTOMER = CustomerSheet(behaviour=("献立を決める", "食材を発注する", "料理を仕込む", "残食を量る"))


def rules(*solutions: Solution) -> list[str]:
    read = parse_solutions(render_solutions(solutions, "", "ja"))
    return [d.rule for d in solution_defects(read, [CUSTOMER], "solutions.md")]


def solution(name: str, difficulty: Difficulty | None = None, how: str = "短くした", effect: str = "") -> Solution:
    return Solution(name=name, when_used="朝", how_solved=how, effect=effect, difficulty=difficulty)


@pytest.mark.parametrize(
    "how",
    [
        "AI がすべての課題を解決する", "あらゆる業務を引き受ける", "何でも答える", "It does everything",
        "Solves all problems", "An all-in-one platform", "全部自動でこなす",
    ],
)  # fmt: skip
def test_a_solution_to_everything_is_pointed_out(how: str) -> None:
    assert rules(solution("a", how=how), solution("b")) == ["all-in-one-words"]


@pytest.mark.parametrize("how", ["すべての料理の重さを量る", "全員に知らせる", "Shows all items", "どの店でも使える"])
def test_ordinary_words_for_all_are_no_warning(how: str) -> None:
    assert rules(solution("a", how=how), solution("b")) == []


def test_a_solution_that_touches_most_behaviours_is_pointed_out() -> None:
    wide = solution("a", how="献立と食材の発注、料理の仕込み、残食の計量を引き受ける")
    assert rules(wide, solution("b"), solution("c"), solution("d")) == ["all-in-one-coverage"]


@pytest.mark.parametrize(
    ("difficulties", "expected"),
    [
        ((3, 3, 3), ["difficulty-all-equal"]),
        ((5, 10, 10), ["difficulty-all-hard"]),
        ((1, 5, 10), []),
        ((3, 3, None), []),
        ((None, None, None), []),
    ],
)
def test_one_sided_difficulties_are_pointed_out(
    difficulties: tuple[Difficulty | None, ...], expected: list[str]
) -> None:
    assert rules(*(solution(name, d) for name, d in zip("abc", difficulties, strict=True))) == expected


def test_one_solution_is_too_few() -> None:
    assert rules(solution("a")) == ["too-few-solutions"]


def test_effects_without_a_number_are_listed_once() -> None:
    assert rules(solution("a", effect="早くなった"), solution("b", effect="半分になった")) == ["effect-without-number"]
