"""Starting an execution of a workshop: one at a time, whoever starts it."""

from mlew.domain.workshop import Workshop
from mlew.errors import Conflict
from mlew.ports.executions import Executions
from mlew.services.work import Stores


def launch(stores: Stores, executions: Executions, workshop: Workshop) -> Workshop:
    """Claim first, then start its edition's machine: of two who do so at once, the one whose claim stands goes on.

    What was changed in `workshop` since it was read is stored with the claim. Raises Conflict, SetupError.
    """
    name = f"{workshop.id}-{workshop.revision + 1}"
    reference = executions.reference(name, edition=workshop.edition)
    claim = {"state": "running", "failure": "", "execution": reference}
    claimed = stores.workshops.update(workshop.model_copy(update=claim))
    execution = executions.start(claimed.id, name, edition=claimed.edition)
    standing = stores.workshops.get(claimed.id)
    if standing.execution != execution:
        executions.stop(execution, "another execution of this workshop was started")
        raise running(claimed.id)
    return standing


def running(workshop_id: str) -> Conflict:
    """To be raised when one runs already."""
    return Conflict.told("workshop.running", workshop_id=workshop_id)
