"""Pairs after decisions: who was cut stands aside, and comes back when the decision changes."""

from collections.abc import Callable

from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import Pair, Workshop
from mlew.services.judged_mocks import scopes
from mlew.services.judging import verdict_of
from mlew.services.merging import went_into_another
from mlew.services.work import Stores
from mlew.services.workshop_state import rewrite


def taking_part(stores: Stores, workshop: Workshop) -> tuple[str, ...]:
    """Pairs that can be decided on: those that work, and those that were cut in this round."""
    return (*(pair.id for pair in workshop.pairs), *_cut_aside(stores, workshop))


def working_pairs(stores: Stores, workshop: Workshop) -> Workshop:
    """Pairs moved by the decisions that count now: cut ones aside, others back. If all are cut, all stay."""

    def edit(newest: Workshop) -> Workshop:
        returning = frozenset(_cut_aside(stores, newest))
        part = (*(pair.id for pair in newest.pairs), *returning)
        return moved(newest, frozenset(pair for pair in part if _is_cut(stores, newest, pair)), returning)

    return rewrite(stores.workshops, workshop.id, edit)


def all_cut(stores: Stores, workshop: Workshop) -> bool:
    """Every pair is cut, and so all stay: they begin anew at Define, with other questions."""
    return all(_is_cut(stores, workshop, pair.id) for pair in workshop.pairs)


def moved(workshop: Workshop, cut: frozenset[str], returning: frozenset[str]) -> Workshop:
    """`cut`: pairs whose mocks are all cut; `returning`: pairs that were cut in this round, and are so or no more.

    If all are cut, all stay: they begin anew at Define, with other questions.
    """
    aside = [pair for pair in workshop.past_pairs if pair.id in returning]
    everybody = sorted((*workshop.pairs, *aside), key=_place(workshop))
    left = tuple(pair for pair in everybody if pair.id not in cut) or tuple(everybody)
    others = tuple(pair for pair in workshop.past_pairs if pair.id not in returning)
    now_aside = tuple(pair for pair in everybody if pair not in left)
    return workshop.model_copy(update={"pairs": left, "past_pairs": (*others, *now_aside)})


def _place(workshop: Workshop) -> Callable[[Pair], tuple[int, str]]:
    """As the plan lists them; pairs that the plan does not name by their id."""
    listed = [pair.id for pair in workshop.plan.pairs]
    return lambda pair: (listed.index(pair.id) if pair.id in listed else len(listed), pair.id)


def _cut_aside(stores: Stores, workshop: Workshop) -> tuple[str, ...]:
    """Pairs that stand aside and were cut in this round; not those that went into another, whatever was decided."""
    gone = went_into_another(workshop)
    aside = (pair.id for pair in workshop.past_pairs if pair.id not in gone)
    return tuple(pair for pair in aside if _was_cut(stores, workshop, pair))


def _decisions_on(stores: Stores, workshop: Workshop, pair: str) -> list[tuple[DecisionKind, ...]]:
    """Of each mock of the pair in this round, all that was decided, oldest first."""
    found = (verdict_of(stores, workshop, scope) for scope in scopes(stores, workshop, pair))
    return [tuple(d.decision for d in one.decisions) if one else () for one in found]


def _was_cut(stores: Stores, workshop: Workshop, pair: str) -> bool:
    return any("cut" in taken for taken in _decisions_on(stores, workshop, pair))


def _is_cut(stores: Stores, workshop: Workshop, pair: str) -> bool:
    """All its mocks are: with one that goes on, the pair does."""
    return all(taken[-1:] == ("cut",) for taken in _decisions_on(stores, workshop, pair))
