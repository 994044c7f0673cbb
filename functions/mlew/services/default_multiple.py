"""N of a market estimate, if nobody has set one."""

from mlew.domain.multiple import DEFAULT_MULTIPLE, Multiple
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.work import Stores
from mlew.services.workshop_state import rewrite

BY_DEFAULT = "default"
"""Who set N if nobody did: the method's default, when the phase begins."""


def ensure_multiple(stores: Stores, clock: Clock, workshop: Workshop) -> Workshop:
    """The workshop with an N: the method's default, recorded as such, if nobody has set one yet."""

    def by_default(newest: Workshop) -> Workshop:
        chosen = Multiple(n=DEFAULT_MULTIPLE, set_at=clock.now(), set_by=BY_DEFAULT)
        return newest if newest.multiples else newest.model_copy(update={"multiples": (chosen,)})

    return rewrite(stores.workshops, workshop.id, by_default)
