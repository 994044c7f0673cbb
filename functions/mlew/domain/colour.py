"""Colours as `#rrggbb` and what can be read on them (WCAG 2.2: relative luminance, contrast ratio, 1.4.3, 1.4.11)."""

import re

from mlew.domain.base import Model

TEXT_CONTRAST = 4.5
"""Least contrast of text with what is behind it (WCAG 1.4.3, AA)."""
SHAPE_CONTRAST = 3.0
"""Least contrast of a control's outline, of an icon and of large text (WCAG 1.4.11, 1.4.3)."""
BLACK, WHITE = "#000000", "#ffffff"
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_STEPS = 100


class Shades(Model):
    """What one accent becomes on one background. All `#rrggbb`.

    `accent`: of buttons and marks, 3:1 with every surface; `accent_ink`: text on `accent`, 4.5:1;
    `accent_soft`: a quiet tint of the background, on which the page's ink stays readable, 4.5:1;
    `accent_text`: links and accented words, 4.5:1 with every surface and with `accent_soft`.
    """

    accent: str
    accent_ink: str
    accent_soft: str
    accent_text: str


def is_colour(text: str) -> bool:
    """Whether `text` is `#rrggbb` in lower case."""
    return _COLOUR.fullmatch(text) is not None


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white). `colour`: `#rrggbb`."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21; the order does not matter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: str) -> str:
    """White or black text, 4.5:1 at least (one of them always is); white where it suffices, as it looks calmer."""
    return WHITE if contrast(WHITE, background) >= TEXT_CONTRAST else BLACK


def mix(one: str, other: str, share: float) -> str:
    """`one` with a `share` (0 to 1) of `other` in it."""
    parts = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(colour: str, *surfaces: str, at_least: float = TEXT_CONTRAST) -> str:
    """`colour`, or the nearest darker or lighter one that has the contrast with every surface.

    Raises ValueError if no colour has it, as between black and white surfaces.
    """
    for step in range(_STEPS + 1):
        for end in (BLACK, WHITE):
            tried = mix(colour, end, step / _STEPS)
            if all(contrast(tried, surface) >= at_least for surface in surfaces):
                return tried
    raise ValueError(f"nothing has a contrast of {at_least} with all of {', '.join(surfaces)}")


def shades(accent: str, *, surfaces: tuple[str, ...], ink: str) -> Shades:
    """The accent's shades for a theme, light or dark. `surfaces`: its backgrounds, the page's first; `ink`: its text.

    The ink must be readable on the surfaces already; raises ValueError if no shade can be found.
    """
    soft = next(
        tint
        for tint in (mix(surfaces[0], accent, share / 100) for share in range(14, -1, -1))
        if contrast(tint, ink) >= TEXT_CONTRAST or tint == surfaces[0]
    )
    fill = readable(accent, *surfaces, at_least=SHAPE_CONTRAST)
    return Shades(
        accent=fill,
        accent_ink=readable_on(fill),
        accent_soft=soft,
        accent_text=readable(accent, *surfaces, soft),
    )


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    # The threshold of the sRGB standard; WCAG's older 0.03928 gives the same for 8 bits.
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
