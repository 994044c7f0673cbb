"""Names of steps and elements as small numbers.

Names come from a public page, so a mock has a limited number of them; what comes after is counted as "other".
"""

from collections.abc import Iterable
from functools import lru_cache

from mlew.domain.click_record import ClickRecord
from mlew.domain.tally import Names
from mlew.metrics import counters

NO_NAMES = Names(steps=counters.FIXED_STEPS)
"""Before the first event."""


def with_names(names: Names, steps: Iterable[str], elements: Iterable[str]) -> Names:
    """Unknown names added as far as there is room; the version stays."""
    return Names(
        steps=_grown(names.steps, steps, counters.MOST_STEPS),
        elements=_grown(names.elements, elements, counters.MOST_ELEMENTS),
        version=names.version,
    )


def with_names_of(names: Names, records: Iterable[ClickRecord]) -> Names:
    """With the names of these requests, in their order."""
    found = [(event.kind, event.name) for record in records for event in record.events]
    return with_names(names, (n for k, n in found if k == "step"), (n for k, n in found if k == "click"))


def step_index(names: Names, name: str) -> int:
    """From 1; 0 for what has found no room."""
    return _places(names.steps).get(name, counters.OTHER)


def element_index(names: Names, name: str) -> int:
    """From 1; 0 for what has found no room."""
    return _places(names.elements).get(name, counters.OTHER)


@lru_cache(maxsize=256)
def _places(names: tuple[str, ...]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names, start=1)}


def _grown(known: tuple[str, ...], more: Iterable[str], most: int) -> tuple[str, ...]:
    grown = dict.fromkeys(known)
    for name in more:
        if len(grown) >= most:
            break
        grown.setdefault(name)
    return tuple(grown)
