"""Before the improvement edition: is everything there that the team decides on? (METHOD, Improvement edition)"""

from mlew.domain.base import Line, Model
from mlew.domain.readiness import ItemState


class PrecheckItem(Model):
    """`id`: kebab-case; `pair`: "" if it concerns the whole team; `who` should bring what is missing, by `remedy`.

    Texts are in the workshop's language; `found`: what there is.
    """

    id: str
    pair: str = ""
    title: Line
    state: ItemState
    found: Line = ""
    who: Line = ""
    remedy: Line = ""


class Precheck(Model):
    """Artifact of the precheck, for the whole team. Nothing in it blocks: people decide whether to begin."""

    round: int = 1
    items: tuple[PrecheckItem, ...]
    extra: str = ""

    @property
    def missing(self) -> tuple[PrecheckItem, ...]:
        """What somebody still has to bring."""
        return tuple(item for item in self.items if item.state != "ok")
