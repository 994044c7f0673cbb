"""Difficulties: their rules, and joining them to the solutions."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.solution import (
    DIFFICULTIES,
    RatingDraft,
    RatingsDraft,
    Solution,
    nearest_difficulty,
    rate,
    rating_violations,
)

_SOLUTIONS = (Solution(name="Radar"), Solution(name="Stand"))


def rating(solution: str, difficulty: int = 3, reason: str = "two of us know it") -> RatingDraft:
    """A rating with a reason."""
    return RatingDraft(solution=solution, difficulty=difficulty, reason=reason, assumed=False)


def rules(*ratings: RatingDraft) -> list[str]:
    """Ids of the rules that these ratings break."""
    return [v.rule for v in rating_violations(RatingsDraft(ratings=list(ratings)), _SOLUTIONS)]


def test_each_rule_is_told() -> None:
    assert rules(rating("Radar"), rating(" Stand ")) == []
    assert rules(rating("Radar")) == ["rated-once"]
    assert rules(rating("Radar"), rating("Radar"), rating("Stand")) == ["rated-once"]
    assert rules(rating("Radar"), rating("Stand"), rating("Boat")) == ["known-solution"]
    assert rules(rating("Radar", 4), rating("Stand")) == ["difficulty-scale"]
    assert rules(rating("Radar", reason=""), rating("Stand")) == ["difficulty-reason"]


def test_many_solutions_that_are_all_alike_were_not_compared() -> None:
    solutions = tuple(Solution(name=name) for name in "abcd")
    alike = RatingsDraft(ratings=[rating(name) for name in "abcd"])
    assert [v.rule for v in rating_violations(alike, solutions)] == ["difficulties-differ"]
    other = RatingsDraft(ratings=[*alike.ratings[:3], rating("d", 5)])
    assert rating_violations(other, solutions) == []


def test_what_a_person_wrote_in_the_file_stands() -> None:
    solutions = (Solution(name="Radar", difficulty=10, difficulty_reason="no data"), Solution(name="Stand"))
    radar, stand = rate(solutions, RatingsDraft(ratings=[rating("Radar"), rating("Stand ")]))
    assert (radar.difficulty, radar.difficulty_reason, radar.assumed) == (10, "no data", False)
    assert (stand.difficulty, stand.difficulty_reason, stand.assumed) == (3, "two of us know it", False)


def test_an_unrated_solution_counts_as_5_and_assumed() -> None:
    (rated,) = rate((Solution(name="Radar", difficulty_reason="?"),), RatingsDraft(ratings=[]))
    assert (rated.difficulty, rated.assumed) == (5, True)


@given(st.floats(-100, 100))
def test_a_number_beside_the_scale_becomes_the_nearest_step_the_harder_one_half_way(value: float) -> None:
    step = nearest_difficulty(value)
    distances = {d: abs(d - value) for d in DIFFICULTIES}
    assert distances[step] == min(distances.values())
    assert all(d <= step for d in DIFFICULTIES if distances[d] == distances[step])
