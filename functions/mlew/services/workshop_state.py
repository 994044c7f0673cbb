"""Changing the workshop record while others may do so too."""

from collections.abc import Callable
from typing import Any

from mlew.domain.workshop import Workshop
from mlew.ports.workshop_store import WorkshopStore
from mlew.services.lost_race import until_won


def change(workshops: WorkshopStore, workshop_id: str, **fields: Any) -> Workshop:
    """Set fields on the newest record.

    Raises Conflict after five lost tries, pydantic's ValidationError for what no field takes.
    """
    return rewrite(workshops, workshop_id, lambda workshop: workshop.changed(**fields))


def rewrite(workshops: WorkshopStore, workshop_id: str, alter: Callable[[Workshop], Workshop]) -> Workshop:
    """Store what `alter` makes of the newest record; it is asked again if somebody was faster.

    Raises what `alter` raises, NotFound, Conflict after five lost tries.
    """

    def attempt() -> Workshop:
        workshop = workshops.get(workshop_id)
        changed = alter(workshop)
        return workshop if changed == workshop else workshops.update(changed)

    return until_won(attempt)
