"""Changing the workshop record while others may do so too."""

from collections.abc import Callable
from typing import Any

from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.ports.workshop_store import WorkshopStore

_TRIES = 5


def change(workshops: WorkshopStore, workshop_id: str, **fields: Any) -> Workshop:
    """Set fields on the newest record; reads again if somebody was faster. Raises Conflict after five lost tries."""
    return changed_by(workshops, workshop_id, lambda workshop: workshop.model_copy(update=fields))


def changed_by(workshops: WorkshopStore, workshop_id: str, edit: Callable[[Workshop], Workshop]) -> Workshop:
    """As `change`, where new values depend on the record: `edit` gets the newest one, again after every lost try."""
    for attempt in range(_TRIES):
        workshop = workshops.get(workshop_id)
        changed = edit(workshop)
        if changed == workshop:
            return workshop
        try:
            return workshops.update(changed)
        except Conflict:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")
