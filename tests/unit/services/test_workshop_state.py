import pytest
from pydantic import ValidationError

from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.services.workshop_state import change
from tests.fakes import InMemoryWorkshopStore
from tests.unit.services.workbench import Bench


class Contended(InMemoryWorkshopStore):
    """Somebody else is faster, `times` times."""

    def __init__(self, workshop: Workshop, times: int) -> None:
        super().__init__(workshop.tenant)
        self.create(workshop)
        self._times = times

    def update(self, workshop: Workshop) -> Workshop:
        if self._times:
            self._times -= 1
            super().update(self.get(workshop.id).model_copy(update={"execution": f"other-{self._times}"}))
        return super().update(workshop)


def test_what_others_changed_meanwhile_is_kept() -> None:
    store = Contended(Bench().workshop, times=2)

    changed = change(store, "w1", state="waiting")

    assert (changed.state, changed.execution) == ("waiting", "other-0")


def test_after_five_lost_tries_it_gives_up_and_says_so() -> None:
    with pytest.raises(Conflict):
        change(Contended(Bench().workshop, times=5), "w1", state="waiting")


def test_nothing_is_written_when_nothing_changes() -> None:
    bench = Bench()
    assert change(bench.stores.workshops, "w1", state=bench.workshop.state).revision == bench.workshop.revision


@pytest.mark.parametrize("fields", [{"statee": "waiting"}, {"state": "nonsense"}])
def test_what_no_field_takes_is_refused_and_nothing_is_written(fields: dict[str, str]) -> None:
    bench = Bench()

    with pytest.raises(ValidationError):
        change(bench.stores.workshops, "w1", **fields)

    assert bench.stores.workshops.get("w1") == bench.workshop
