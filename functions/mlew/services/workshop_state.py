"""Changing the workshop record while others may do so too."""

from collections.abc import Callable
from typing import Any

from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.ports.workshop_store import WorkshopStore

_TRIES = 5


def change(workshops: WorkshopStore, workshop_id: str, **fields: Any) -> Workshop:
    """Set fields on the newest record; reads again if somebody was faster. Raises Conflict after five lost tries."""
    return rewrite(workshops, workshop_id, lambda workshop: workshop.model_copy(update=fields))


def rewrite(workshops: WorkshopStore, workshop_id: str, alter: Callable[[Workshop], Workshop]) -> Workshop:
    """Store what `alter` makes of the newest record; it is asked again if somebody was faster.

    Raises what `alter` raises, NotFound, Conflict after five lost tries.
    """
    for attempt in range(_TRIES):
        workshop = workshops.get(workshop_id)
        changed = alter(workshop)
        if changed == workshop:
            return workshop
        try:
            return workshops.update(changed)
        except Conflict:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")
