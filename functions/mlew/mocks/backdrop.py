"""What stands behind the product in the picture at the top, one for each theme."""

from collections.abc import Callable

from mlew.domain.mock_spec import Theme
from mlew.mocks.canvas import Canvas
from mlew.mocks.palette import Palette


def _clear(canvas: Canvas, colours: Palette) -> None:
    """A glow behind an instrument."""
    brand = colours["brand"]
    canvas.raw(
        f'<defs><radialGradient id="glow"><stop offset="0" stop-color="{brand}" stop-opacity=".3"/>'
        f'<stop offset="1" stop-color="{brand}" stop-opacity="0"/></radialGradient></defs>'
    )
    canvas.circle(370, 280, 270, "url(#glow)")
    for radius in (150, 210, 270):
        canvas.circle(370, 280, radius, "none", stroke=brand, stroke_width=1, opacity=0.16)


def _warm(canvas: Canvas, colours: Palette) -> None:
    """Petals and crumbs."""
    blob = "M70 262C82 110 232 18 386 36S630 180 606 330 470 548 312 536 58 412 70 262Z"
    canvas.path(blob, colours["accent-soft"])
    canvas.path("M128 282C134 160 262 84 382 104S556 222 530 334 424 502 304 494 122 404 128 282Z", colours["brand"])
    for x, y, r in ((72, 88, 14), (112, 56, 7), (590, 116, 11), (560, 84, 6), (40, 446, 9)):
        canvas.circle(x, y, r, colours["brand"], opacity=0.6)


def _bold(canvas: Canvas, colours: Palette) -> None:
    """Stands on the brand's colour; a deeper shade of it and the ink are all there is."""
    canvas.circle(350, 290, 256, colours["brand-deep"])
    for number in range(10):
        for row in range(5):
            canvas.circle(486 + number * 16, 22 + row * 16, 3.2, colours["brand-ink"])
    for number in range(6):
        y = 470 + number * 15
        canvas.path(f"M-4 {y}l20-14 20 14 20-14 20 14 20-14 20 14", stroke=colours["brand-ink"], stroke_width=4)


def _calm(canvas: Canvas, colours: Palette) -> None:
    """A niche, a sun, two branches."""
    canvas.path("M120 560V290a220 220 0 0 1 440 0V560Z", colours["accent-soft"])
    canvas.circle(470, 128, 54, colours["brand"])
    leaf = "M0 0C14-22 40-28 62-22 54 2 28 14 0 0Z"
    for x, y, height in ((176, 560, 210), (504, 560, 150)):
        canvas.path(f"M{x} {y}C{x - 6} {y - height * 0.4} {x + 8} {y - height * 0.7} {x} {y - height}",
                    stroke=colours["accent"], stroke_width=2)  # fmt: skip
        for step in range(5):
            at, turn = y - height + step * height / 6, (-28 if step % 2 else -152)
            with canvas.group(transform=f"translate({x} {at:.0f}) rotate({turn}) scale({0.62 + step * 0.06:.2f})"):
                canvas.path(leaf, colours["accent"], opacity=0.55 + step * 0.08)
    canvas.path("M40 559.5H640", stroke=colours["edge"], stroke_width=1)


BACKDROPS: dict[Theme, Callable[[Canvas, Palette], None]] = {
    "clear": _clear, "warm": _warm, "bold": _bold, "calm": _calm,
}  # fmt: skip
