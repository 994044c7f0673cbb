"""N of the market estimate, set before anybody sees it, and the estimate as it stands (METHOD, ③ in units)."""

import math

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.base import LARGEST
from mlew.domain.market_estimate import Market
from mlew.domain.multiple import Multiple
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.ports.clock import Clock
from mlew.services.editing import Editing
from mlew.services.lost_race import until_won
from mlew.services.open_estimate import estimate_open
from mlew.services.reading import current
from mlew.services.work import Stores
from mlew.services.workshop_state import rewrite


def market_of(stores: Stores, workshop: Workshop) -> tuple[Market, ArtifactRef]:
    """The newest version and its key; `body.inputs.multiples` tells every change of N, `body.estimate` the answer.

    Raises NotFound before the market phase has run.
    """
    return current(stores, workshop, Market)


def set_multiple(
    stores: Stores, clock: Clock, workshop_id: str, n: float, *, by: str, arn: str = "", reason: str = ""
) -> Workshop:
    """Set N, or change it: earlier ones are kept. An estimate that is open is computed anew, and shows the change.

    What was decided on keeps the N that it was decided with (`estimate_closed`): the new one is for the next round.

    Raises InputError if N is not above 0.
    """
    if not (math.isfinite(n) and 0 < n <= LARGEST):
        raise InputError.told("market.no-multiple", n=n)
    chosen = Multiple(n=n, reason=reason, set_at=clock.now(), set_by=by)
    workshop = rewrite(
        stores.workshops, workshop_id, lambda w: w.model_copy(update={"multiples": (*w.multiples, chosen)})
    )
    if estimate_open(stores, workshop):
        _estimate_anew(stores, clock, workshop, by=by, arn=arn, note=f"N = {n:g}")
    return workshop


def _estimate_anew(stores: Stores, clock: Clock, workshop: Workshop, *, by: str, arn: str, note: str) -> None:
    """Saving takes N from the workshop; read again if somebody edits figures at the same time."""

    def attempt() -> None:
        market, ref = market_of(stores, workshop)
        Editing(stores, clock).save(
            workshop, "market", TEAM, market, by=by, arn=arn, based_on_version=ref.version, note=note
        )

    until_won(attempt)
