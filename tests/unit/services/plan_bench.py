"""A workshop of the improvement edition whose pairs have proven press releases: market and plan come next."""

from typing import Any

from mlew.domain.artifact import Usage
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.workshop import Participant, Workshop
from mlew.ports.model import ModelAnswer
from tests.unit.rehearsal.planning import edition, iteration_of, release_of
from tests.unit.services.workbench import Bench

CUSTOMER = "growers"


def answer(draft: dict[str, Any]) -> ModelAnswer:
    return ModelAnswer(
        output=draft, stop_reason="tool_use", model="test", usage=Usage(calls=1, input_tokens=1, output_tokens=1)
    )


class PlanBench(Bench):
    """Both pairs have what the practice edition of the growers left; today is 1 April 2026 in Tokyo."""

    def __init__(self) -> None:
        super().__init__()
        workshop = self.workshop
        plan = workshop.plan.model_copy(
            update={
                "participants": (
                    Participant(name="Planning A", roles=("product_manager",)),
                    Participant(name="Development A", roles=("developer",)),
                    Participant(name="Development B", roles=("data_scientist",)),
                    Participant(name="Planning B", roles=("sales",)),
                ),
                "sponsor": "Head of sales",
            }
        )
        self.stores.workshops.update(
            workshop.model_copy(update={"edition": "improvement", "edition_round": 2, "plan": plan, "state": "running"})
        )
        self.stores.inputs.put("w1", WorkshopInputs(), {}, {})
        found, _ = edition(CUSTOMER)
        self.put("journey", found.journey)
        for pair in ("a", "b"):
            self.put("press_release", release_of(CUSTOMER).model_copy(update={"pair": pair}), pair)
            self.put("iteration", iteration_of(CUSTOMER).model_copy(update={"pair": pair}), pair)

    def prefer(self, pair: str) -> Workshop:
        return self.stores.workshops.update(self.workshop.model_copy(update={"priority": pair}))
