"""Invent: inventions for one question under one point of view."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.invention import InventionDraft, InventionsDraft
from mlew.domain.journey import Journey
from mlew.domain.point_of_view import PointOfView
from mlew.domain.question import Question, QuestionSet
from mlew.domain.solution import RatedSolution
from mlew.rehearsal import invention_en, invention_ja
from mlew.rehearsal.activity import Activity, activity_of
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.combination import Combination, combined, fitting, point_of_view_of
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.phrase import Phrase
from mlew.rehearsal.similarity import likeness

_RESOLVED = {"family": (40, 50, 60), "consultant": (50, 60, 70), "child": (30, 40, 50), "innovator": (60, 70, 80)}


@dataclass(frozen=True)
class Idea:
    """All that the wording of an invention needs. `second` is the other action of a continuous question."""

    view: PointOfView
    question: Question
    stage: str
    first: Phrase
    second: Phrase | None
    activity: Activity
    solutions: Combination
    resolution: int
    number: int
    chance: Chance
    comment: str


def compose_inventions(
    journey: Journey,
    questions: QuestionSet,
    solutions: Sequence[RatedSolution],
    *,
    point_of_view: str,
    locale: Locale,
    asked: Asked,
) -> InventionsDraft:
    """Two or three inventions for each given question, in the form of a solution."""
    view = point_of_view_of(point_of_view, locale)
    drafts = [
        draft
        for question in questions.questions
        for draft in _for_question(
            journey, question, solutions, view=view, words=point_of_view, locale=locale, asked=asked
        )
    ]
    return InventionsDraft(inventions=drafts)


def _in_turn(combination: Combination, first: Phrase, second: Phrase | None) -> Combination:
    """Of a continuous question's two actions, each goes to the solution that fits it better."""
    if second is None or len(combination) < 2:
        return combination
    one, two, *rest = combination

    def fit(solution: RatedSolution, action: Phrase) -> float:
        return likeness(f"{solution.name} {solution.when_used} {solution.how_solved}", action.text)

    swap = fit(two, first) + fit(one, second) > fit(one, first) + fit(two, second)
    return (two, one, *rest) if swap else combination


def _for_question(
    journey: Journey,
    question: Question,
    solutions: Sequence[RatedSolution],
    *,
    view: PointOfView,
    words: str,
    locale: Locale,
    asked: Asked,
) -> list[InventionDraft]:
    actions = [a for a in journey.actions if a.id in question.action_ids] or list(journey.actions[:1])
    first = action_phrase(actions[0].text if actions else question.text, locale)
    second = action_phrase(actions[-1].text, locale) if question.kind == "continuous" and len(actions) > 1 else None
    kind = activity_of(first.do, locale)
    situation = " ".join([question.text, *(a.text for a in actions), kind.words.hindrance])
    ranked = fitting(situation, kind, solutions, locale)
    chance = Chance(locale, asked.seed("smaller", "bolder", "other-mix"), words, question.text)
    write = invention_ja.written if locale == "ja" else invention_en.written
    return [
        write(
            Idea(
                view=view,
                question=question,
                stage=journey.stage_of(actions[0].id) if actions else "",
                first=first,
                second=second,
                activity=kind,
                solutions=_in_turn(combination, first, second),
                resolution=chance.of(str(number)).pick("resolved", _RESOLVED[view]),
                number=number,
                chance=chance.of("idea"),
                comment=next(iter(asked.comments), ""),
            )
        )
        for number, combination in enumerate(combined(ranked, view, asked))
    ]
