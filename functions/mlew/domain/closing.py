"""The end of the improvement edition: nothing is left behind (METHOD, Improvement edition and The plan)."""

from mlew.domain.base import Line, Model
from mlew.domain.readiness import ItemState


class ClosingItem(Model):
    """`id`: kebab-case; `found`: what there is; `remedy`: what to do, "" if ok. In the workshop's language."""

    id: str
    title: Line
    state: ItemState
    found: Line = ""
    remedy: Line = ""


class Closing(Model):
    """Artifact of the closing: mocks destroyed, meetings and report date set, everyone's tasks clear, the survey."""

    round: int = 1
    items: tuple[ClosingItem, ...]
    survey: tuple[Line, ...] = ()
    extra: str = ""
