"""What the numbers choose in the improvement edition: what customers have proven is kept, the rest begins anew."""

from mlew.domain.journey import Journey
from mlew.domain.question import Question
from mlew.domain.verdict import Decision
from mlew.domain.workshop import Pair, Workshop
from mlew.services.decided import decided_on
from mlew.services.merging import parts
from mlew.services.spreading import Choices, spread
from mlew.services.work import Stores


def spread_again(stores: Stores, workshop: Workshop, questions: tuple[Question, ...], journey: Journey) -> Choices:
    """Pairs keep their questions, unless it was decided that they look for others: cut, or back to Listen or Define.

    A pair that others were merged into has the questions of all.
    """
    known = {question.id for question in questions}
    everybody = {pair.id: parts(workshop, pair) for pair in workshop.pairs}
    each = tuple(part for whole in everybody.values() for part in whole)
    kept = {part.id: ids for part in each if (ids := _kept(stores, workshop, part, known))}
    anew = tuple(part for part in each if part.id not in kept)
    had = {part.id: part.questions for part in anew}
    taken = {**kept, **spread(questions, journey, anew, taken=kept, avoiding=had)}
    return {
        pair: tuple(dict.fromkeys(id_ for part in whole for id_ in taken[part.id])) for pair, whole in everybody.items()
    }


def proven_pairs(stores: Stores, workshop: Workshop) -> frozenset[str]:
    """Pairs whose invention stays what it is, as decided: go, or only to be told better (back to Refine)."""
    return frozenset(pair.id for pair in workshop.pairs if _is_proven(_decision(stores, workshop, pair.id)))


def _kept(stores: Stores, workshop: Workshop, pair: Pair, known: set[str]) -> tuple[str, ...]:
    decision = _decision(stores, workshop, pair.id)
    begins_anew = decision is not None and (decision.decision == "cut" or decision.back_to in ("listen", "define"))
    return () if begins_anew else tuple(id_ for id_ in pair.questions if id_ in known)


def _is_proven(decision: Decision | None) -> bool:
    return decision is not None and (decision.decision == "go" or decision.back_to == "refine")


def _decision(stores: Stores, workshop: Workshop, pair: str) -> Decision | None:
    found = decided_on(stores, workshop, pair)
    return found.decision if found is not None else None
