"""A discovery folder as it was read: what an import takes in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mlew.domain.inputs import WorkshopInputs
from mlew.domain.workshop import WorkshopPlan


@dataclass(frozen=True)
class ReceivedFolder:
    """`name` for messages; `pair`: as somebody named it, "" if nobody did.

    `pictures`: bytes by the names in `inputs`; `originals`: bytes of the files by file name, without the README.

    `answers`: texts copied out of GenU, in their order; then there is no README.
    """

    name: str
    readme: str
    pair: str = ""
    plan: WorkshopPlan = field(default_factory=WorkshopPlan)
    inputs: WorkshopInputs = field(default_factory=WorkshopInputs)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
