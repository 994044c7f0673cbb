"""A phone, a screen and small cards, with a screen of the mock on them."""

from mlew.domain.mock_spec import MockSpec, Pointed, Screen
from mlew.domain.screen_parts import ResultPart
from mlew.mocks import miniature_display, miniature_entry
from mlew.mocks.canvas import Box, Canvas, fitted
from mlew.mocks.icon import drawing_of
from mlew.mocks.look import Look
from mlew.mocks.mark import draw_mark
from mlew.mocks.miniature import DRAWINGS, Area
from mlew.mocks.palette import Palette
from mlew.mocks.text_width import text_width

_LOADED = (miniature_display, miniature_entry)  # each registers its drawings


def draw_window(
    canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, screen: Screen, *, x: float, y: float
) -> None:
    """468 × 392."""
    w, h = 468.0, 392.0
    _panel(canvas, colours, look, Box(x, y, w, h), look.corner)
    canvas.rect(x, y + 45, w, max(1, look.stroke), colours["line"])
    draw_mark(canvas, spec, colours, Box(x + 18, y + 12, 22, 22))
    name = fitted(spec.brand.name, 200, 13.5)
    canvas.text(x + 50, y + 28, 13.5, name, colours["ink"], font_weight=look.weight)
    title = fitted(screen.title, 340, 18)
    canvas.text(x + 24, y + 82, 18, title, colours["ink"], font_weight=max(600, look.weight))
    with canvas.clipped("window", Box(x + 20, y + 98, 360, h - 112)):
        _part(Area(canvas, colours, look, x + 24, y + 104, 346, h - 136), screen)


def draw_phone(
    canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, screen: Screen, *, x: float, y: float
) -> None:
    """224 × 436, 476 high with the theme of fine lines."""
    w, h = 224.0, 436.0 if look.corner > 4 or look.hard else 477.0
    r = 0 if look.hard else 30.0
    _panel(canvas, colours, look, Box(x, y, w, h), r)
    canvas.rect(x + 6, y + 6, w - 12, h - 12, colours["bg"], r=max(0, r - 6))
    canvas.rect(x + w / 2 - 26, y + 15, 52, 5, colours["line"], r=2.5)
    draw_mark(canvas, spec, colours, Box(x + 18, y + 36, 18, 18))
    name = fitted(spec.brand.name, 150, 11.5)
    canvas.text(x + 43, y + 49, 11.5, name, colours["muted"], font_weight=600)
    title = fitted(screen.title, w - 36, 16)
    canvas.text(x + 18, y + 84, 16, title, colours["ink"], font_weight=max(600, look.weight))
    with canvas.clipped("phone", Box(x + 14, y + 98, w - 28, h - 114)):
        _part(Area(canvas, colours, look, x + 18, y + 102, w - 36, h - 124), screen)


def draw_note(canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, *, x: float, y: float) -> None:
    """A card in front: what changes for the customer, else the first feature. 292 × 92."""
    measures = [m for screen in spec.screens if isinstance(screen.part, ResultPart) for m in screen.part.measures]
    features = spec.landing.features
    if not measures and not features:
        return
    w, h = 292.0, 92.0
    _panel(canvas, colours, look, Box(x, y, w, h), look.corner)
    canvas.rect(x + 18, y + 20, 52, 52, colours["brand"], r=look.small)
    _icon(canvas, features[0].icon if features else "spark", colours["brand-ink"], Box(x + 30, y + 32, 28, 28))
    if measures:
        label, told = measures[0].label, f"{measures[0].before} → {measures[0].after}"
    else:
        label, told = features[0].text or spec.brand.name, features[0].title
    canvas.text(x + 86, y + 39, 12, fitted(label, w - 100, 12), colours["muted"])
    size = 18 if text_width(told) * 18 <= w - 100 else 15
    canvas.text(x + 86, y + 64, size, fitted(told, w - 96, size), colours["ink"], font_weight=max(650, look.weight))


def draw_pill(canvas: Canvas, colours: Palette, feature: Pointed, *, x: float, y: float) -> None:
    """A feature in a word, up to 212 wide, 56 high."""
    title = fitted(feature.title, 134, 13.5)
    width = 78 + 13.5 * text_width(title)
    _shadow(canvas, Box(x, y, width, 56), 28)
    canvas.rect(x, y, width, 56, colours["raised"], r=28)
    canvas.circle(x + 28, y + 28, 19, colours["accent-soft"])
    _icon(canvas, feature.icon, colours["accent"], Box(x + 17, y + 17, 22, 22))
    canvas.text(x + 57, y + 33, 13.5, title, colours["ink"], font_weight=650)


def _icon(canvas: Canvas, name: str, colour: str, at: Box) -> None:
    with canvas.group(
        transform=f"translate({at.x} {at.y}) scale({at.w / 24:.3f})", fill="none", stroke=colour,
        stroke_width=1.9, stroke_linecap="round", stroke_linejoin="round",
    ):  # fmt: skip
        canvas.raw(drawing_of(name))


def _panel(canvas: Canvas, colours: Palette, look: Look, box: Box, r: float) -> None:
    """A raised thing with the theme's shadow and outline."""
    if look.hard:
        canvas.rect(box.x + 9, box.y + 9, box.w, box.h, colours["line"], r=r)
    else:
        _shadow(canvas, box, r)
    outline: dict[str, str | float] = {}
    if look.stroke:
        outline = {"stroke": colours["line"], "stroke_width": look.stroke}
    canvas.rect(box.x, box.y, box.w, box.h, colours["raised"], r=r, **outline)


def _shadow(canvas: Canvas, box: Box, r: float) -> None:
    canvas.rect(box.x + 6, box.y + 14, box.w - 12, box.h - 8, "#000000", r=r, opacity=0.22, filter="url(#soft)")


def _part(area: Area, screen: Screen) -> None:
    DRAWINGS[screen.part.kind](area, screen.part)
