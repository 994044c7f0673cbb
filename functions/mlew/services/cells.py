"""The cells of Invent's Map: a pair, one of its questions, a point of view."""

from mlew.domain.base import Model
from mlew.domain.point_of_view import POINTS_OF_VIEW
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey


class Cell(Model):
    """One call of the Map: `view` is an index into `points_of_view`."""

    pair: str
    question: str
    view: int

    @property
    def name(self) -> str:
        """Short and unique within a round."""
        return f"{self.pair}.{self.question}.{self.view}"


def points_of_view(workshop: Workshop) -> tuple[str, ...]:
    """Those of the plan, else METHOD's four."""
    return workshop.plan.points_of_view or POINTS_OF_VIEW


def cells(workshop: Workshop) -> list[Cell]:
    """Every pair × its questions × points of view."""
    views = range(len(points_of_view(workshop)))
    return [Cell(pair=p.id, question=q, view=v) for p in workshop.pairs for q in p.questions for v in views]


def draft_key(cell: Cell, round_: int) -> DraftKey:
    """Under which the cell's draft is kept."""
    return DraftKey(step="invent", cell=cell.name, round=round_)
