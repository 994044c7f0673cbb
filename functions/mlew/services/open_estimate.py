"""Which market estimates stand: an N that is set counts for an open one, and else for the next."""

from mlew.domain.artifact import TEAM
from mlew.domain.workshop import Workshop
from mlew.services.gate_reading import gate_of
from mlew.services.work import Stores


def estimate_open(stores: Stores, workshop: Workshop) -> bool:
    """There is one, and nobody has decided on it yet."""
    return stores.artifacts.head(workshop.id, "market", TEAM) is not None and not estimate_closed(stores, workshop)


def estimate_closed(stores: Stores, workshop: Workshop) -> bool:
    """The newest was decided on: it is of an earlier round, the plan of its round is approved, or the round is over."""
    head = stores.artifacts.head(workshop.id, "market", TEAM)
    if head is None:
        return False
    plan = gate_of(stores, workshop, "plan")
    approved = plan is not None and plan.decision is not None and plan.decision.verb == "approve"
    return approved or workshop.state == "finished" or head.round <= workshop.earlier_rounds.get("market", 0)
