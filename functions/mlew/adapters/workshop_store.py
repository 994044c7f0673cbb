from mlew.adapters.items import Item, as_record, number, record
from mlew.adapters.keys import TenantKeys, checked_cursor, listed
from mlew.adapters.table import NEW, Table
from mlew.domain.workshop import Workshop, WorkshopSummary
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.workshop_store import WorkshopStore

_SK = "WORKSHOP"


class DynamoWorkshopStore(WorkshopStore):
    """The workshop's record, and its line in the tenant's list; both are written in one transaction."""

    def __init__(self, tenant: str, table: Table) -> None:
        """For one tenant."""
        self._keys = TenantKeys(tenant)
        self._table = table

    def create(self, workshop: Workshop) -> None:
        """See the port."""
        if not self._write(workshop, condition=NEW):
            raise Conflict.told("workshop.there", workshop=workshop.id)

    def get(self, workshop_id: str) -> Workshop:
        """See the port."""
        item = self._table.get(self._keys.workshop(workshop_id), _SK)
        if item is None:
            raise NotFound.told("workshop.none", workshop_id=workshop_id)
        return as_record(item, "workshop", Workshop)

    def update(self, workshop: Workshop) -> Workshop:
        """See the port."""
        updated = workshop.model_copy(update={"revision": workshop.revision + 1})
        if not self._write(updated, condition="revision = :seen", values={"seen": number(workshop.revision)}):
            raise Conflict.told("workshop.changed", workshop=workshop.id)
        return updated

    def page(self, *, limit: int = 25, after: str = "") -> tuple[list[WorkshopSummary], str]:
        """See the port."""
        start = checked_cursor(after) if after else ""
        items = self._table.query(self._keys.workshops, "", after=start, descending=True, limit=limit + 1)
        found = [as_record(item, "summary", WorkshopSummary) for item in items]
        shown = found[:limit]
        return shown, listed(shown[-1].created_at, shown[-1].id) if len(found) > limit else ""

    def _write(self, workshop: Workshop, *, condition: str, values: Item | None = None) -> bool:
        if workshop.tenant != self._keys.tenant:
            raise InputError.told("workshop.other-tenant", workshop=workshop.id)
        item: Item = {"workshop": record(workshop), "revision": number(workshop.revision)}
        line: Item = {"summary": record(_summary(workshop))}
        return self._table.together(
            self._table.storing(self._keys.workshop(workshop.id), _SK, item, condition=condition, values=values),
            self._table.storing(self._keys.workshops, listed(workshop.created_at, workshop.id), line),
        )


def _summary(workshop: Workshop) -> WorkshopSummary:
    return WorkshopSummary(
        id=workshop.id,
        company=workshop.plan.company,
        product=workshop.plan.product,
        state=workshop.state,
        edition=workshop.edition,
        edition_round=workshop.edition_round,
        phase=workshop.phase,
        created_at=workshop.created_at,
    )
