from typing import Protocol

from mlew.domain.workshop import Workshop, WorkshopSummary


class WorkshopStore(Protocol):
    """Workshops of one tenant."""

    def create(self, workshop: Workshop) -> None:
        """Store a new workshop. Raises Conflict if the id is taken."""

    def get(self, workshop_id: str) -> Workshop:
        """Raises NotFound."""

    def update(self, workshop: Workshop) -> Workshop:
        """Store if nobody changed it since `workshop.revision`; returns it with the next revision. Raises Conflict."""

    def page(self, *, limit: int = 25, after: str = "") -> tuple[list[WorkshopSummary], str]:
        """Newest first, and the cursor of the next page ("" at the end)."""
