"""What the commands work with: the services of one deployment, put together by `mlew.composition`."""

from collections.abc import Callable
from dataclasses import dataclass

from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions
from mlew.services.editing import Editing
from mlew.services.exchange import Exchange
from mlew.services.gates import Gates
from mlew.services.improvement import Improvement
from mlew.services.reading_metrics import ReadingMetrics
from mlew.services.replaying import Replayed
from mlew.services.runs import Runs
from mlew.services.work import Stores, Work
from mlew.settings import Deployment


@dataclass(frozen=True)
class Workbench:
    """`work`: what services about mocks take. `mock_runs`: executions that make one mock.

    `numbers`: of the mocks; None for a deployment that measures nothing. `replay`: counts a mock's archived requests
    again, given its id and a name for this try; None without an archive.
    `caller_name`, `caller_arn`: who AWS says is calling ("" if it does not say).
    """

    deployment: Deployment
    stores: Stores
    runs: Runs
    improvement: Improvement
    gates: Gates
    editing: Editing
    exchange: Exchange
    work: Work
    mock_runs: Executions
    clock: Clock
    numbers: ReadingMetrics | None = None
    replay: Callable[[str, str], Replayed] | None = None
    caller_name: str = ""
    caller_arn: str = ""

    def workshop(self, workshop_id: str | None) -> Workshop:
        """The workshop with this id, or the newest. Raises NotFound."""
        if workshop_id is not None:
            return self.stores.workshops.get(workshop_id)
        newest, _ = self.runs.page(limit=1)
        if not newest:
            raise NotFound.told("workshop.none-yet")
        return self.stores.workshops.get(newest[0].id)
