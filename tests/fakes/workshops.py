from mlew.adapters.items import record
from mlew.adapters.keys import checked_cursor, checked_id, listed
from mlew.domain.workshop import Workshop, WorkshopSummary
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.workshop_store import WorkshopStore


class InMemoryWorkshopStore(WorkshopStore):
    def __init__(self, tenant: str = "local") -> None:
        self._tenant = checked_id(tenant)
        self._workshops: dict[str, str] = {}

    def create(self, workshop: Workshop) -> None:
        self._check(workshop)
        if workshop.id in self._workshops:
            raise Conflict(f"A workshop {workshop.id} exists.")
        self._workshops[workshop.id] = workshop.model_dump_json()

    def get(self, workshop_id: str) -> Workshop:
        if checked_id(workshop_id) not in self._workshops:
            raise NotFound(f"There is no workshop {workshop_id}.")
        return Workshop.model_validate_json(self._workshops[workshop_id])

    def update(self, workshop: Workshop) -> Workshop:
        self._check(workshop)
        stored = self._workshops.get(workshop.id)
        if stored is None or Workshop.model_validate_json(stored).revision != workshop.revision:
            raise Conflict(f"Workshop {workshop.id} was changed by somebody else.")
        updated = workshop.model_copy(update={"revision": workshop.revision + 1})
        self._workshops[workshop.id] = updated.model_dump_json()
        return updated

    def page(self, *, limit: int = 25, after: str = "") -> tuple[list[WorkshopSummary], str]:
        if after:
            checked_cursor(after)
        rows = {listed(w.created_at, w.id): w for w in map(Workshop.model_validate_json, self._workshops.values())}
        left = [k for k in sorted(rows, reverse=True) if not after or k < after]
        shown = [_summary(rows[k]) for k in left[:limit]]
        return shown, left[limit - 1] if len(left) > limit else ""

    def _check(self, workshop: Workshop) -> None:
        checked_id(workshop.id)
        record(workshop)
        if workshop.tenant != self._tenant:
            raise InputError(f"Workshop {workshop.id} belongs to another tenant.")


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
