"""Which pair takes which question, by the numbers."""

from mlew.domain.journey import Journey
from mlew.domain.question import Question
from mlew.domain.workshop import Pair
from mlew.errors import InputError

Choices = dict[str, tuple[str, ...]]
"""Pair → question ids (end of Define) or one invention id (end of Invent)."""

ASK_AGAIN = "choice.ask-again"
"""Key of a hint."""


def spread(
    questions: tuple[Question, ...],
    journey: Journey,
    pairs: tuple[Pair, ...],
    *,
    taken: Choices | None = None,
    avoiding: Choices | None = None,
) -> Choices:
    """One question a pair: the best ranked whose stages no other pair has; if stages run out, the best left;
    if questions run out, the best of all again.

    `taken`: what pairs that are not among these have. `avoiding`: what a pair had before, and gets only if nothing
    else is left.

    Pairs differ by part of the journey so that they do not overlap (METHOD, The pair). A pair that the plan
    ties to stages takes its question from those, if there is one.
    """
    gone = {id_ for ids in (taken or {}).values() for id_ in ids}
    taken_stages = {stage for q in questions if q.id in gone for stage in stages_of(q, journey)}
    left = sorted((q for q in questions if q.id not in gone), key=lambda q: q.rank)
    choices: Choices = {}
    for pair in pairs:
        before = (avoiding or {}).get(pair.id, ())
        fresh = [q for q in left if q.id not in before]
        own = [q for q in fresh if set(pair.stages) & stages_of(q, journey)]
        apart = [q for q in fresh if not taken_stages & stages_of(q, journey)]
        candidates = own or apart or fresh or left or list(questions)
        if not candidates:
            raise InputError.told("choice.no-question", hint=ASK_AGAIN)
        question = candidates[0]
        left = [q for q in left if q.id != question.id]
        taken_stages |= stages_of(question, journey)
        choices[pair.id] = (question.id,)
    return choices


def stages_of(question: Question, journey: Journey) -> set[str]:
    """Names of the stages whose actions the question comes from."""
    return {journey.stage_of(a) for a in question.action_ids} - {""}
