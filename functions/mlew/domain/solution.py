"""Known solutions (`solutions.md`) and how hard each is for this team (METHOD, Invent)."""

from collections.abc import Collection
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.violation import Violation, place, violation

Difficulty = Literal[1, 3, 5, 10]
DIFFICULTIES: tuple[Difficulty, ...] = (1, 3, 5, 10)
UNRATED: Difficulty = 5
"""What counts for a solution until somebody rates it."""
COMPARABLE = 3
"""So many solutions may well be equally hard; more of them, all alike, were not compared."""


class Solution(Model):
    """One `##` section. `origin`: where it was seen; `extra`: lines of the section that have no field.

    `difficulty` is None until somebody – a person in the file, or the model in Invent – has rated it.
    Of the improvement edition: `reaches`: ids of the actions that it touches; `joins`: solutions of which it is made;
    `dropped`: why it is not combined any more, "" if it is.
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
    reaches: tuple[str, ...] = ()
    joins: tuple[Line, ...] = ()
    dropped: Line = ""
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
    """Artifact: all solutions with difficulty, and the team they were rated for. `prose`: text outside sections.

    `untouched`: actions of the journey that no solution reaches, computed where it is known what they reach.
    """

    team: tuple[TeamAnswer, ...] = ()
    solutions: tuple[RatedSolution, ...]
    untouched: tuple[str, ...] = ()
    prose: str = ""

    @property
    def usable(self) -> tuple[RatedSolution, ...]:
        """Those that inventions may combine."""
        return tuple(s for s in self.solutions if not s.dropped)


def covered(solutions: SolutionList, actions: Collection[str]) -> SolutionList:
    """With its coverage computed: of `actions`, those in time order that no usable solution reaches."""
    if not any(s.reaches for s in solutions.solutions):
        return solutions.model_copy(update={"untouched": ()})
    reached = {action for s in solutions.usable for action in s.reaches}
    return solutions.model_copy(update={"untouched": tuple(a for a in actions if a not in reached)})


class RatingDraft(Draft):
    """How hard one solution is for this team."""

    solution: str = Field(description="Name of the solution, exactly as in the list")
    difficulty: int = Field(description="1, 3, 5 or 10: 1 = this team does it in days, 10 = not within 3 months")
    reason: str = Field(description="Why, for this team, in one sentence")
    assumed: bool = Field(description="true unless the answers about the team settle it")


class RatingsDraft(Draft):
    """A difficulty for every solution in the list."""

    ratings: list[RatingDraft]


def rating_violations(
    draft: RatingsDraft, solutions: tuple[Solution, ...], *, locale: Locale = "en"
) -> list[Violation]:
    """Every solution rated once, on the scale 1, 3, 5, 10, with a reason, and not all alike (METHOD, Invent)."""
    found: list[Violation] = []
    names = [s.name for s in solutions]
    rated = [r.solution.strip() for r in draft.ratings]
    for name in dict.fromkeys(names):
        if rated.count(name) != 1:
            found.append(violation("rated-once", name, locale, solution=name, count=rated.count(name)))
    for rating, name in zip(draft.ratings, rated, strict=True):
        if name not in names:
            found.append(violation("known-solution", name, locale, solution=name))
        if rating.difficulty not in DIFFICULTIES:
            found.append(violation("difficulty-scale", name, locale, value=rating.difficulty))
        if not rating.reason.strip():
            found.append(violation("difficulty-reason", name, locale))
    values = {r.difficulty for r in draft.ratings}
    if len(values) == 1 and len(draft.ratings) > COMPARABLE:
        found.append(violation("difficulties-differ", place("ratings", locale), locale, value=values.pop()))
    return found


def rate(solutions: tuple[Solution, ...], draft: RatingsDraft) -> tuple[RatedSolution, ...]:
    """Join ratings to solutions.

    A difficulty that a person wrote in the file stands; a solution that nobody rated becomes 5, assumed.
    """
    ratings = {r.solution.strip(): r for r in draft.ratings}
    return tuple(_rated(solution, ratings.get(solution.name)) for solution in solutions)


def _rated(solution: Solution, rating: RatingDraft | None) -> RatedSolution:
    fields = solution.model_dump()
    if solution.difficulty is not None:
        return RatedSolution(**fields, assumed=False)
    if rating is None:
        return RatedSolution(**{**fields, "difficulty": UNRATED, "difficulty_reason": ""}, assumed=True)
    difficulty = nearest_difficulty(rating.difficulty)
    return RatedSolution(
        **{**fields, "difficulty": difficulty, "difficulty_reason": rating.reason}, assumed=rating.assumed
    )


def nearest_difficulty(value: float) -> Difficulty:
    """The step of the scale nearest to `value`; the harder one when it is half way."""
    return min(reversed(DIFFICULTIES), key=lambda step: abs(step - value))
