"""Pairs that go on as one, and apart again (METHOD: who questions the same customer may work together)."""

from mlew.domain.workshop import Pair, Workshop
from mlew.errors import InputError, NotFound


def merged(workshop: Workshop, into: str) -> Workshop:
    """All pairs in one, with the questions of all; the others stand aside.

    Raises NotFound, InputError if there is no other.
    """
    target = pair_named(workshop.pairs, into)
    others = tuple(pair for pair in workshop.pairs if pair.id != into)
    if not others:
        raise InputError.told("merge.one-pair")
    whole = (target, *others)
    one = target.model_copy(
        update={
            "questions": _union(*(pair.questions for pair in whole)),
            "stages": _union(*(pair.stages for pair in whole)) if all(pair.stages for pair in whole) else (),
            "segment": " / ".join(_union(tuple(pair.segment for pair in whole)))
            if all(pair.segment for pair in whole)
            else "",
        }
    )
    return workshop.model_copy(
        update={
            "pairs": (one,),
            "past_pairs": (*workshop.past_pairs, *others),
            "merged": {into: tuple(before for pair in workshop.pairs for before in parts(workshop, pair))},
        }
    )


def split(workshop: Workshop) -> Workshop:
    """The pairs that were merged are what they were; who joined since stays. Raises InputError if none were merged."""
    if not workshop.merged:
        raise InputError.told("merge.none")
    before = tuple(pair for pairs in workshop.merged.values() for pair in pairs)
    back = {pair.id for pair in before}
    return workshop.model_copy(
        update={
            "pairs": (*before, *(pair for pair in workshop.pairs if pair.id not in back)),
            "past_pairs": tuple(pair for pair in workshop.past_pairs if pair.id not in back),
            "merged": {},
        }
    )


def parts(workshop: Workshop, pair: Pair) -> tuple[Pair, ...]:
    """The pairs that it was made of, as they were; itself if it was not merged."""
    return workshop.merged.get(pair.id, (pair,))


def whole(workshop: Workshop, pair: str) -> tuple[str, ...]:
    """The pair, and those that were merged into it: the evidence of all counts."""
    return tuple(part.id for part in workshop.merged.get(pair, ())) or (pair,)


def went_into_another(workshop: Workshop) -> frozenset[str]:
    """Pairs that were merged and are not the one that goes on."""
    return frozenset(part.id for into, pairs in workshop.merged.items() for part in pairs if part.id != into)


def pair_named(pairs: tuple[Pair, ...], wanted: str) -> Pair:
    """Raises NotFound naming those that there are."""
    found = next((pair for pair in pairs if pair.id == wanted), None)
    if found is None:
        raise NotFound.told("merge.no-pair", wanted=wanted, pairs=", ".join(p.id for p in pairs))
    return found


def _union(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))
