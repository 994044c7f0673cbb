"""The mark of a brand: one of six simple figures on its colour, chosen by its name."""

import hashlib

from mlew.domain.mock_spec import MockSpec
from mlew.mocks.canvas import Box, Canvas
from mlew.mocks.look import LOOKS
from mlew.mocks.palette import Palette

_FIGURES = (
    "M9 21V11h5a5 5 0 0 1 0 10zM19 11h4v10h-4z",
    "M16 8a8 8 0 0 1 8 8h-8zM8 16h8v8a8 8 0 0 1-8-8zM8 8h6v6H8zM18 18h6v6h-6z",
    "M8 20 16 8l8 12h-4.5L16 14.5 12.5 20z",
    "M16 7.5a8.5 8.5 0 1 0 8.5 8.5h-4.3A4.2 4.2 0 1 1 16 11.8z",
    "M8 9h7v7a7 7 0 0 1-7-7zM17 16h7a7 7 0 0 1-7 7zM17 9h7v5h-7zM8 18h7v5H8z",
    "M16 8c1 5 3 7 8 8-5 1-7 3-8 8-1-5-3-7-8-8 5-1 7-3 8-8z",
)


def draw_mark(canvas: Canvas, spec: MockSpec, colours: Palette, at: Box) -> None:
    """In a square."""
    figure = _FIGURES[hashlib.sha256(spec.brand.name.encode()).digest()[0] % len(_FIGURES)]
    corner = LOOKS[spec.brand.theme].small
    with canvas.group(transform=f"translate({at.x} {at.y}) scale({at.w / 32:.4f})"):
        canvas.rect(0, 0, 32, 32, colours["brand"], r=min(16, corner * 1.1))
        canvas.path(figure, colours["brand-ink"])


def mark(spec: MockSpec, colours: Palette) -> str:
    """SVG, 32 × 32: beside the name, and in the browser's tab."""
    canvas = Canvas(32, 32)
    draw_mark(canvas, spec, colours, Box(0, 0, 32, 32))
    return str(canvas)
