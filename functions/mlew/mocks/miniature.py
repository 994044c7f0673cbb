"""Screen parts in small, as they stand in a picture of the product: with the spec's own words and numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from mlew.domain.screen_parts import Part, PartKind
from mlew.mocks.canvas import Canvas
from mlew.mocks.look import Look
from mlew.mocks.palette import Palette


@dataclass(frozen=True)
class Area:
    """Where to draw, and with what."""

    canvas: Canvas
    colours: Palette
    look: Look
    x: float
    y: float
    w: float
    h: float

    def cut(self, top: float) -> "Area":
        """The same without `top` units at the top."""
        return Area(self.canvas, self.colours, self.look, self.x, self.y + top, self.w, self.h - top)

    def box(self, y: float, h: float, fill: str, *, x: float = 0, w: float | None = None, edge: str = "line") -> None:
        """A card inside the area, `y` from its top; `fill` and `edge` name colours."""
        stroke: dict[str, str | float] = {}
        if edge:
            stroke = {"stroke": self.colours[edge], "stroke_width": max(1, self.look.stroke)}
        width = self.w - x if w is None else w
        self.canvas.rect(self.x + x, self.y + y, width, h, self.colours[fill], r=self.look.small, **stroke)

    def text(self, x: float, y: float, size: float, text: str, fill: str, **more: str | float) -> None:
        """A line, measured from the area's corner; `fill` names a colour."""
        self.canvas.text(self.x + x, self.y + y, size, text, self.colours[fill], **more)


_P = TypeVar("_P")
Draw = Callable[[Area, Part], None]
DRAWINGS: dict[PartKind, Draw] = {}


def draws(kind: PartKind) -> Callable[[Callable[[Area, _P], None]], Callable[[Area, _P], None]]:
    """Registers a drawing of a kind."""

    def register(drawing: Callable[[Area, _P], None]) -> Callable[[Area, _P], None]:
        DRAWINGS[kind] = cast(Draw, drawing)
        return drawing

    return register
