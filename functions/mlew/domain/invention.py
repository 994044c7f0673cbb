"""Invent: new combinations of known solutions (METHOD, Invent)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.question import Question
from mlew.domain.solution import RatedSolution
from mlew.domain.violation import Violation, place, violation

Pattern = Literal["personalise", "agent", "other"]


class InventionDraft(Draft):
    """An invention in the form of a solution."""

    name: str
    when_used: str
    how_solved: str
    effect: str
    how_done: str
    question_ids: list[str] = Field(description="At least one of the given questions")
    solution_names: list[str] = Field(description="At least two of the listed solutions, names as in the list")
    pattern: Pattern = Field(description="personalise: fits each customer better; agent: joins steps; other")
    data_loop: str = Field(description="How use gives data and data gives a better experience")
    resolution_percent: float = Field(description="How much of the question's impact it resolves, 0 to 100, assumed")


class InventionsDraft(Draft):
    """What one point of view invents for one question."""

    inventions: list[InventionDraft]


class Invention(Model):
    """`difficulty` = sum of its solutions' (METHOD); `stated_difficulty` only on import; `score`: see `scored`.

    Of the improvement edition: `grows_from`: id of the former invention that it refines; `kept`, `left_out`: what of
    that one, with what evidence says of it.
    """

    id: str
    name: Line
    when_used: Line
    how_solved: Line
    effect: Line
    how_done: Line
    question_ids: tuple[str, ...]
    solution_names: tuple[Line, ...]
    point_of_view: Line = ""
    pattern: Pattern = "other"
    data_loop: Line = ""
    resolution_percent: float = 0
    difficulty: int = 0
    stated_difficulty: int | None = None
    score: float = 0
    author: Line = ""
    grows_from: str = ""
    kept: Line = ""
    left_out: Line = ""


class InventionSet(Model):
    """Artifact of Invent, one a pair, best score first. `chosen` is the pair's choice ("" until then)."""

    pair: str
    inventions: tuple[Invention, ...]
    chosen: str = ""
    reason: Line = ""
    extra: str = ""

    def find(self, invention_id: str) -> Invention | None:
        """The invention with this id, or None."""
        return next((i for i in self.inventions if i.id == invention_id), None)


def invention_violations(
    draft: InventionsDraft,
    question_ids: tuple[str, ...],
    solution_names: tuple[str, ...],
    *,
    locale: Locale = "en",
) -> list[Violation]:
    """At least one question and two different known solutions each; form complete; 0-100 % (METHOD, Invent)."""
    if not draft.inventions:
        return [violation("any-invention", place("inventions", locale), locale)]
    return [
        broken
        for number, invention in enumerate(draft.inventions, 1)
        for broken in _violations_of(
            invention, place("invention", locale, number), question_ids, solution_names, locale
        )
    ]


def _violations_of(
    invention: InventionDraft, nth: str, question_ids: tuple[str, ...], names: tuple[str, ...], locale: Locale
) -> list[Violation]:
    where = invention.name.strip() or nth
    known = ", ".join(question_ids)
    combined = {name.strip() for name in invention.solution_names}
    found = [
        violation("known-question", where, locale, unknown=question, known=known)
        for question in invention.question_ids
        if question not in question_ids
    ]
    found += [violation("known-solution", where, locale, solution=name) for name in sorted(combined - set(names))]
    if not invention.question_ids:
        found.append(violation("one-question", where, locale))
    if len(combined) < 2:
        found.append(violation("two-solutions", where, locale))
    for field in ("name", "when_used", "how_solved", "effect", "how_done"):
        if not getattr(invention, field).strip():
            found.append(violation("form-complete", where, locale, field=field))
    if not 0 <= invention.resolution_percent <= 100:
        found.append(violation("resolution-range", where, locale, value=invention.resolution_percent))
    return found


def inventions_from(draft: InventionsDraft, *, point_of_view: str) -> tuple[Invention, ...]:
    """Inventions without ids and numbers; `collected` gives those when all points of view are in."""
    return tuple(
        Invention(
            id="",
            **i.model_dump(exclude={"question_ids", "solution_names"}),
            question_ids=tuple(dict.fromkeys(i.question_ids)),
            solution_names=tuple(dict.fromkeys(name.strip() for name in i.solution_names)),
            point_of_view=point_of_view,
        )
        for i in draft.inventions
    )


def collected(
    pair: str,
    found: tuple[Invention, ...],
    solutions: tuple[RatedSolution, ...],
    questions: tuple[Question, ...],
) -> InventionSet:
    """Number, compute and order one pair's inventions. Numbers only what has no id yet."""
    taken = {i.id for i in found if i.id}
    fresh = (f"I{n}" for n in range(1, len(found) + len(taken) + 1) if f"I{n}" not in taken)
    numbered = [i if i.id else i.model_copy(update={"id": next(fresh)}) for i in found]
    return scored(InventionSet(pair=pair, inventions=tuple(numbered)), solutions, questions)


def scored(
    inventions: InventionSet, solutions: tuple[RatedSolution, ...], questions: tuple[Question, ...]
) -> InventionSet:
    """Difficulty as METHOD has it, and an order of "high impact, low difficulty".

    difficulty = sum of the combined solutions'. score = resolution share × Σ 1/rank of its questions ÷
    difficulty: ranks, not amounts, because time and money are not merged.
    """
    difficulty = {s.name: s.difficulty for s in solutions}
    rank = {q.id: q.rank for q in questions if q.rank > 0}
    result: list[Invention] = []
    for invention in inventions.inventions:
        hard = sum(difficulty.get(name, 0) for name in invention.solution_names) or (invention.stated_difficulty or 0)
        weight = sum(1 / rank[q] for q in invention.question_ids if q in rank)
        score = round(invention.resolution_percent / 100 * weight / hard, 6) if hard else 0.0
        result.append(invention.model_copy(update={"difficulty": hard, "score": score}))
    return inventions.model_copy(
        update={"inventions": tuple(sorted(result, key=lambda i: (-i.score, i.difficulty, len(i.id), i.id)))}
    )
