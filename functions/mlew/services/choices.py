"""What the numbers would decide, and what a choice of people means beside it (METHOD: three rules)."""

from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import Pair, Phase, Workshop
from mlew.errors import InputError
from mlew.services.reading import current
from mlew.services.spreading import ASK_AGAIN, Choices, spread
from mlew.services.work import Stores

_PAIR_NAMES: dict[Locale, str] = {"ja": "ペア{}", "en": "Pair {}"}


def default_pairs(locale: Locale, count: int) -> tuple[Pair, ...]:
    """Pairs "a", "b", … for a plan that names none."""
    letters = "abcdefgh"[:count]
    return tuple(Pair(id=letter, name=_PAIR_NAMES[locale].format(letter.upper())) for letter in letters)


def by_numbers(stores: Stores, workshop: Workshop, phase: Phase) -> Choices:
    """The mechanical choice at the end of a phase; empty where there is nothing to choose."""
    if phase == "define":
        questions, _ = current(stores, workshop, QuestionSet)
        journey, _ = current(stores, workshop, Journey)
        if workshop.edition == "improvement":
            from mlew.services.second_choices import spread_again  # noqa: PLC0415 - of this edition only

            return spread_again(stores, workshop, questions.questions, journey)
        return spread(questions.questions, journey, workshop.pairs)
    if phase == "invent":
        sets = {p.id: current(stores, workshop, InventionSet, p.id)[0] for p in workshop.pairs}
        empty = [pair for pair, s in sets.items() if not s.inventions]
        if empty:
            raise InputError.told("choice.no-invention", hint=ASK_AGAIN, pairs=", ".join(empty))
        keeping = _keeping(stores, workshop)
        return {pair: (_kept_or_best(s, keep=pair in keeping),) for pair, s in sets.items()}
    return {}


def _keeping(stores: Stores, workshop: Workshop) -> frozenset[str]:
    """Pairs that stay with what they have chosen."""
    if workshop.edition == "practice":
        return frozenset()
    from mlew.services.second_choices import proven_pairs  # noqa: PLC0415 - of the improvement edition only

    return proven_pairs(stores, workshop)


def _kept_or_best(found: InventionSet, *, keep: bool) -> str:
    return found.chosen if keep and found.find(found.chosen) else found.inventions[0].id


def checked(stores: Stores, workshop: Workshop, phase: Phase, choices: Choices) -> Choices:
    """The choices completed by the numbers for pairs that did not choose. Raises InputError naming what is unknown."""
    numbers = by_numbers(stores, workshop, phase)
    if choices and not numbers:
        raise InputError.told("choice.nothing", phase=phase)
    for pair, ids in choices.items():
        if pair not in numbers:
            raise InputError.told("pair.unknown", pair=pair, known=", ".join(numbers))
        known = _known_ids(stores, workshop, phase, pair)
        unknown = [i for i in ids if i not in known]
        if unknown or not ids:
            raise InputError.told("choice.unknown", pair=pair, unknown=", ".join(unknown), known=", ".join(known))
        if phase == "invent" and len(set(ids)) != 1:
            raise InputError.told("choice.one-invention", pair=pair, count=len(ids))
    return {**numbers, **{pair: tuple(dict.fromkeys(ids)) for pair, ids in choices.items()}}


def _known_ids(stores: Stores, workshop: Workshop, phase: Phase, pair: str) -> list[str]:
    if phase == "define":
        return [q.id for q in current(stores, workshop, QuestionSet)[0].questions]
    return [i.id for i in current(stores, workshop, InventionSet, pair)[0].inventions]
