"""The picture at the top of the landing page: the product on a phone and on a screen, in the theme's own manner."""

from collections.abc import Callable

from mlew.domain.mock_spec import MockSpec, Screen, Theme
from mlew.domain.screen_parts import PartKind, ResultPart
from mlew.mocks import miniature_display, miniature_entry
from mlew.mocks.canvas import SANS, Canvas, fitted
from mlew.mocks.icon import drawing_of
from mlew.mocks.look import LOOKS, Look
from mlew.mocks.mark import draw_mark
from mlew.mocks.miniature import DRAWINGS, Area
from mlew.mocks.palette import Palette

WIDTH, HEIGHT = 640, 560
_LOADED = (miniature_display, miniature_entry)  # each registers its drawings
_WIDE: tuple[PartKind, ...] = ("chart", "table", "compare", "list_detail", "calendar", "editor", "result", "wizard")
"""Kinds that look well on a wide screen, best first."""
_TALL: tuple[PartKind, ...] = ("chat", "list_detail", "upload", "form", "calendar", "wizard", "result", "chart")
"""Kinds that look well on a phone."""


def scene(spec: MockSpec, colours: Palette) -> str:
    """SVG, 640 × 560. Same spec, same picture."""
    canvas = Canvas(WIDTH, HEIGHT, font=SANS)
    look = LOOKS[spec.brand.theme]
    _BACKDROPS[spec.brand.theme](canvas, colours)
    tall = _pick(spec, _TALL, None)
    wide = _pick(spec, _WIDE, tall)
    if wide is not tall:
        _window(canvas, colours, look, spec, wide)
        _phone(canvas, colours, look, spec, tall, x=396, y=104)
        _note(canvas, colours, look, spec, x=36, y=424)
    else:
        _phone(canvas, colours, look, spec, tall, x=208, y=52)
        _note(canvas, colours, look, spec, x=28, y=404)
    return str(canvas)


def _pick(spec: MockSpec, kinds: tuple[PartKind, ...], taken: Screen | None) -> Screen:
    """The screen that shows best; any other than `taken`, if there is one."""
    free = [screen for screen in spec.screens if screen is not taken] or list(spec.screens)
    normal = [screen for screen in free if screen.course == "normal"] or free
    order = {kind: place for place, kind in enumerate(kinds)}
    return min(normal, key=lambda screen: order.get(screen.part.kind, len(order)))


def _clear(canvas: Canvas, colours: Palette) -> None:
    canvas.raw(
        '<defs><radialGradient id="glow"><stop offset="0" stop-color="'
        f'{colours["brand"]}" stop-opacity=".26"/><stop offset="1" stop-color="{colours["brand"]}" stop-opacity="0"/>'
        "</radialGradient></defs>"
    )
    canvas.circle(360, 270, 310, "url(#glow)")


def _warm(canvas: Canvas, colours: Palette) -> None:
    blob = "M92 232C112 96 262 8 404 34S636 196 606 338 452 556 304 540 66 408 92 232Z"
    canvas.path(blob, colours["brand"], opacity=0.28)
    canvas.path("M150 262C160 150 290 80 402 100S570 226 546 336 420 500 306 486 140 386 150 262Z", colours["brand"])
    for x, y, r in ((66, 128, 13), (108, 88, 7), (590, 470, 17), (612, 428, 8)):
        canvas.circle(x, y, r, colours["brand"], opacity=0.55)


def _bold(canvas: Canvas, colours: Palette) -> None:
    """Stands on the brand's colour; two shades of it and the ink are all there is."""
    canvas.circle(336, 270, 262, colours["brand-deep"])
    for number in range(9):
        for row in range(5):
            canvas.circle(34 + number * 17, 44 + row * 17, 3.4, colours["brand-ink"])
    canvas.path("M20 520 92 430l58 62 62-78", stroke=colours["brand-ink"], stroke_width=9, stroke_linejoin="miter")


def _calm(canvas: Canvas, colours: Palette) -> None:
    canvas.path("M150 560V276a190 190 0 0 1 380 0V560Z", colours["accent-soft"])
    canvas.circle(452, 132, 46, colours["brand"], opacity=0.85)
    canvas.path("M0 559.5H640", stroke=colours["edge"], stroke_width=1)


_BACKDROPS: dict[Theme, Callable[[Canvas, Palette], None]] = {
    "clear": _clear, "warm": _warm, "bold": _bold, "calm": _calm,
}  # fmt: skip


def _panel(canvas: Canvas, colours: Palette, look: Look, box: tuple[float, float, float, float], r: float) -> None:
    """A raised thing with the theme's shadow and outline."""
    x, y, w, h = box
    if look.hard:
        canvas.rect(x + 9, y + 9, w, h, colours["line"], r=r)
    elif look.stroke == 0 or look.corner > 4:
        for spread, opacity in ((1, 0.05), (5, 0.035), (11, 0.025), (19, 0.02)):
            shade = {"opacity": opacity}
            canvas.rect(x - spread, y - spread + 10, w + 2 * spread, h + 2 * spread, "#000000", r=r + spread, **shade)
    outline: dict[str, str | float] = {}
    if look.stroke:
        outline = {"stroke": colours["line"], "stroke_width": look.stroke}
    canvas.rect(x, y, w, h, colours["raised"], r=r, **outline)


def _window(canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, screen: Screen) -> None:
    x, y, w, h = 20.0, 60.0, 460.0, 372.0
    _panel(canvas, colours, look, (x, y, w, h), look.corner)
    canvas.rect(x, y + 45, w, max(1, look.stroke), colours["line"])
    draw_mark(canvas, spec, colours, x + 18, y + 12, 22)
    name = fitted(spec.brand.name, 200, 13.5)
    canvas.text(x + 50, y + 28, 13.5, name, colours["ink"], font_weight=look.weight)
    title = fitted(screen.title, 330, 18)
    canvas.text(x + 24, y + 82, 18, title, colours["ink"], font_weight=max(600, look.weight))
    with canvas.clipped("window", x + 20, y + 98, 344, h - 116, 0):
        _part(Area(canvas, colours, look, x + 24, y + 102, 336, h - 126), screen)


def _phone(canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, screen: Screen, *, x: float, y: float) -> None:
    w, h = 224.0, 436.0
    r = max(look.corner * 1.7, 4 if look.hard else 26)
    _panel(canvas, colours, look, (x, y, w, h), r)
    canvas.rect(x + 5, y + 5, w - 10, h - 10, colours["bg"], r=max(0, r - 5))
    canvas.rect(x + w / 2 - 28, y + 15, 56, 5, colours["line"], r=2.5)
    draw_mark(canvas, spec, colours, x + 18, y + 36, 18)
    name = fitted(spec.brand.name, 150, 11.5)
    canvas.text(x + 43, y + 49, 11.5, name, colours["muted"], font_weight=600)
    title = fitted(screen.title, w - 36, 16)
    canvas.text(x + 18, y + 84, 16, title, colours["ink"], font_weight=max(600, look.weight))
    with canvas.clipped("phone", x + 14, y + 98, w - 28, h - 116, 0):
        _part(Area(canvas, colours, look, x + 18, y + 102, w - 36, h - 124), screen)


def _part(area: Area, screen: Screen) -> None:
    DRAWINGS[screen.part.kind](area, screen.part)


def _note(canvas: Canvas, colours: Palette, look: Look, spec: MockSpec, *, x: float, y: float) -> None:
    """A card in front: what changes for the customer, else the first feature."""
    measures = [m for screen in spec.screens if isinstance(screen.part, ResultPart) for m in screen.part.measures]
    features = spec.landing.features
    if not measures and not features:
        return
    w, h = 292.0, 92.0
    _panel(canvas, colours, look, (x, y, w, h), look.corner)
    canvas.rect(x + 16, y + 20, 52, 52, colours["accent"], r=look.small or 0)
    icon = features[0].icon if features else "spark"
    with canvas.group(
        transform=f"translate({x + 28} {y + 32}) scale(1.17)", fill="none", stroke=colours["accent-ink"],
        stroke_width=1.9, stroke_linecap="round", stroke_linejoin="round",
    ):  # fmt: skip
        canvas.raw(drawing_of(icon))
    if measures:
        label, told = measures[0].label, f"{measures[0].before} → {measures[0].after}"
    else:
        label, told = features[0].text or spec.brand.name, features[0].title
    canvas.text(x + 84, y + 39, 11.5, fitted(label, w - 98, 11.5), colours["muted"])
    canvas.text(x + 84, y + 64, 17, fitted(told, w - 98, 17), colours["ink"], font_weight=max(650, look.weight))
