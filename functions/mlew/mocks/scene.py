"""The picture at the top of the landing page: the product on a phone and on a screen, in the theme's own manner."""

from mlew.domain.mock_spec import MockSpec, Screen
from mlew.domain.screen_parts import PartKind
from mlew.mocks.backdrop import BACKDROPS
from mlew.mocks.canvas import Canvas
from mlew.mocks.device import draw_note, draw_phone, draw_pill, draw_window
from mlew.mocks.look import LOOKS
from mlew.mocks.palette import Palette

WIDTH, HEIGHT = 640, 560
_WIDE: tuple[PartKind, ...] = ("chart", "table", "compare", "list_detail", "calendar", "editor", "result", "wizard")
"""Kinds that look well on a wide screen, best first."""
_TALL: tuple[PartKind, ...] = ("chat", "list_detail", "upload", "form", "calendar", "wizard", "result", "chart")
"""Kinds that look well on a phone."""


def scene(spec: MockSpec, colours: Palette) -> str:
    """SVG, 640 × 560. Same spec, same picture."""
    canvas = Canvas(WIDTH, HEIGHT)
    theme, look = spec.brand.theme, LOOKS[spec.brand.theme]
    BACKDROPS[theme](canvas, colours)
    tall = _pick(spec, _TALL, None)
    wide = _pick(spec, _WIDE, tall)
    if theme == "calm":
        draw_phone(canvas, colours, look, spec, tall, x=228, y=84)
    elif theme == "warm":
        draw_phone(canvas, colours, look, spec, tall, x=208, y=56)
        for feature, (x, y) in zip(spec.landing.features[1:4], ((8, 132), (424, 226), (14, 318)), strict=False):
            draw_pill(canvas, colours, feature, x=x, y=y)
        draw_note(canvas, colours, look, spec, x=318, y=428)
    elif wide is tall:
        draw_phone(canvas, colours, look, spec, tall, x=208, y=56)
        draw_note(canvas, colours, look, spec, x=28, y=404)
    else:
        draw_window(canvas, colours, look, spec, wide, x=12, y=44)
        draw_phone(canvas, colours, look, spec, tall, x=400, y=98)
        draw_note(canvas, colours, look, spec, x=44, y=424)
    return str(canvas)


def _pick(spec: MockSpec, kinds: tuple[PartKind, ...], taken: Screen | None) -> Screen:
    """The screen that shows best; any other than `taken`, if there is one."""
    free = [screen for screen in spec.screens if screen is not taken] or list(spec.screens)
    normal = [screen for screen in free if screen.course == "normal"] or free
    order = {kind: place for place, kind in enumerate(kinds)}
    return min(normal, key=lambda screen: order.get(screen.part.kind, len(order)))
