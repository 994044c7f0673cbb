"""Known solutions (`solutions.md`) and how hard each is for this team (METHOD, Invent)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Model
from mlew.domain.violation import Violation

Difficulty = Literal[1, 3, 5, 10]
DIFFICULTIES: tuple[Difficulty, ...] = (1, 3, 5, 10)


class Solution(Model):
    """One `##` section. `origin`: where it was seen; `extra`: lines of the section that have no field.

    `difficulty` is None until somebody – a person in the file, or the model in Invent – has rated it.
    """

    name: Line
    origin: Line = ""
    when_used: Line = ""
    how_solved: Line = ""
    effect: Line = ""
    how_done: Line = ""
    references: tuple[Line, ...] = ()
    difficulty: Difficulty | None = None
    difficulty_reason: Line = ""
    extra: str = ""


class RatedSolution(Solution):
    """A solution with its difficulty for this team. `assumed`: the team's profile did not settle it."""

    difficulty: Difficulty
    assumed: bool = True


class TeamAnswer(Model):
    """One answer of the interview about the team (3-5 questions before difficulties are set)."""

    question: Line
    answer: Line


class SolutionList(Model):
    """Artifact: all solutions with difficulty, and the team they were rated for. `prose`: text outside sections."""

    team: tuple[TeamAnswer, ...] = ()
    solutions: tuple[RatedSolution, ...]
    prose: str = ""


class RatingDraft(Draft):
    """How hard one solution is for this team."""

    solution: str = Field(description="Name of the solution, exactly as in the list")
    difficulty: int = Field(description="1, 3, 5 or 10: 1 = this team does it in days, 10 = not within 3 months")
    reason: str = Field(description="Why, for this team, in one sentence")
    assumed: bool = Field(description="true unless the answers about the team settle it")


class RatingsDraft(Draft):
    """A difficulty for every solution in the list."""

    ratings: list[RatingDraft]


def rating_violations(draft: RatingsDraft, solutions: tuple[Solution, ...]) -> list[Violation]:
    """Every solution rated once, on the scale 1, 3, 5, 10, and not all alike (METHOD, Invent)."""
    found: list[Violation] = []
    names = [s.name for s in solutions]
    rated = [r.solution for r in draft.ratings]
    for name in names:
        if rated.count(name) != 1:
            found.append(
                Violation(
                    rule="rated-once",
                    where=name,
                    message=f"Rate '{name}' exactly once; it is rated {rated.count(name)} times.",
                )
            )
    for rating in draft.ratings:
        if rating.solution not in names:
            found.append(
                Violation(
                    rule="known-solution",
                    where=rating.solution,
                    message=f"'{rating.solution}' is not in the list. Use the names as they stand there.",
                )
            )
        if rating.difficulty not in DIFFICULTIES:
            found.append(
                Violation(
                    rule="difficulty-scale",
                    where=rating.solution,
                    message=f"Difficulty {rating.difficulty} is not on the scale: use 1, 3, 5 or 10.",
                )
            )
        if not rating.reason.strip():
            found.append(
                Violation(
                    rule="difficulty-reason",
                    where=rating.solution,
                    message="Give the reason for the difficulty, for this team.",
                )
            )
    return found


def rate(solutions: tuple[Solution, ...], draft: RatingsDraft) -> tuple[RatedSolution, ...]:
    """Join ratings to solutions. A difficulty that a person wrote in the file stands; an unrated one becomes 5, assumed."""
    ratings = {r.solution: r for r in draft.ratings}
    rated: list[RatedSolution] = []
    for solution in solutions:
        fields = solution.model_dump(exclude={"difficulty", "difficulty_reason"})
        rating = ratings.get(solution.name)
        if solution.difficulty is not None:
            rated.append(
                RatedSolution(
                    **fields,
                    difficulty=solution.difficulty,
                    difficulty_reason=solution.difficulty_reason,
                    assumed=False,
                )
            )
        elif rating is not None:
            rated.append(
                RatedSolution(
                    **fields,
                    difficulty=nearest_difficulty(rating.difficulty),
                    difficulty_reason=rating.reason,
                    assumed=rating.assumed,
                )
            )
        else:
            rated.append(RatedSolution(**fields, difficulty=5, difficulty_reason="", assumed=True))
    return tuple(rated)


def nearest_difficulty(value: float) -> Difficulty:
    """The step of the scale nearest to `value`; the harder one when it is half way."""
    return min(reversed(DIFFICULTIES), key=lambda step: abs(step - value))
