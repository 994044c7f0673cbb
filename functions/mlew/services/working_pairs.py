"""Pairs after decisions: who was cut stands aside, and comes back when the decision changes."""

from collections.abc import Callable

from mlew.domain.workshop import Pair, Workshop


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
