"""Which voices are shown where there is no room for all: everybody is heard once before anybody is heard twice."""

from collections.abc import Sequence

from mlew.domain.evidence import Remark

MOST_OF_ONE = 600
"""Characters of one voice that are shown; a longer one ends in …"""
_FRAME = 30
"""Characters that stand around a voice: its id, who said it."""


def chosen_voices(remarks: Sequence[Remark], most: int) -> tuple[Remark, ...]:
    """Voices of no more than `most` characters together, in their own order; all of them if they fit.

    First one of each person, then a second one of each, and so on, in the order in which they came in. Who is not
    named is one person a session of a mock, an observation, a response or a file. Long ones count as `shortened`.
    """
    kept: set[str] = set()
    room = most
    for remark in _by_turns(remarks):
        room -= min(len(remark.text), MOST_OF_ONE) + _FRAME
        if room < 0:
            break
        kept.add(remark.id)
    return tuple(remark for remark in remarks if remark.id in kept)


def shortened(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """As they are shown. After masking: half a name or number is found by no rule."""
    return tuple(
        remark
        if len(remark.text) <= MOST_OF_ONE
        else remark.model_copy(update={"text": f"{remark.text[: MOST_OF_ONE - 1]}…"})
        for remark in remarks
    )


def speaker(remark: Remark) -> str:
    """Who said it: a tester's name or code, else where it was said."""
    if remark.tester:
        return remark.tester
    place = remark.origin.place
    return place.rsplit("/" if remark.origin.kind == "comment" else ":", 1)[0]


def _by_turns(remarks: Sequence[Remark]) -> list[Remark]:
    turns: dict[str, int] = {}
    numbered = []
    for number, remark in enumerate(remarks):
        turn = turns[speaker(remark)] = turns.get(speaker(remark), 0) + 1
        numbered.append((turn, number, remark))
    return [remark for _, _, remark in sorted(numbered, key=lambda one: one[:2])]
