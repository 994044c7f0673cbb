"""All colours of a mock, made of its one accent: by name, for a light and for a dark surrounding."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from mlew.domain.colour import BLACK, SHAPE_CONTRAST, TEXT_CONTRAST, WHITE, contrast, mix, readable, readable_on
from mlew.domain.mock_spec import Brand, Theme
from mlew.mocks.oklch import lightness_chroma_hue, tone

Scheme = Literal["light", "dark"]
Palette = Mapping[str, str]
"""Name of a colour, as in `var(--name)` → `#rrggbb`."""

SURFACES = ("bg", "surface", "raised")
TEXTS = ("ink", "muted", "accent", "good", "warn", "bad")
SERIES = tuple(f"series-{number}" for number in range(1, 7))
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, surface, TEXT_CONTRAST) for text in TEXTS for surface in SURFACES),
    *((text, "accent-soft", TEXT_CONTRAST) for text in ("ink", "muted", "accent")),
    *((f"{name}-ink", name, TEXT_CONTRAST) for name in ("accent", "brand")),
    ("brand-ink", "brand-hover", TEXT_CONTRAST),
    *((name, f"{name}-soft", TEXT_CONTRAST) for name in ("good", "warn", "bad")),
    *(("ink", f"{name}-soft", TEXT_CONTRAST) for name in ("good", "warn", "bad")),
    *(("edge", surface, SHAPE_CONTRAST) for surface in SURFACES),
    *((series, surface, SHAPE_CONTRAST) for series in SERIES for surface in SURFACES),
)
"""What may stand on what, and the least contrast of the two."""


@dataclass(frozen=True)
class _Ground:
    """Neutral colours of a theme: lightness of each, how much hue they take and of which (None: the accent's)."""

    bg: float
    surface: float
    raised: float
    ink: float
    muted: float
    line: float
    edge: float
    tint: float
    hue: float | None = None


_GROUNDS: dict[Theme, tuple[_Ground, _Ground]] = {
    "clear": (
        _Ground(bg=0.994, surface=0.972, raised=1.0, ink=0.2, muted=0.5, line=0.915, edge=0.63, tint=0.008),
        _Ground(bg=0.165, surface=0.205, raised=0.235, ink=0.965, muted=0.74, line=0.31, edge=0.57, tint=0.016),
    ),
    "warm": (
        _Ground(bg=0.978, surface=0.948, raised=0.995, ink=0.28, muted=0.48, line=0.895, edge=0.6, tint=0.022, hue=72),
        _Ground(bg=0.2, surface=0.24, raised=0.275, ink=0.95, muted=0.76, line=0.35, edge=0.6, tint=0.016, hue=55),
    ),
    "bold": (
        _Ground(bg=1.0, surface=0.958, raised=1.0, ink=0.13, muted=0.44, line=0.13, edge=0.13, tint=0.012),
        _Ground(bg=0.13, surface=0.19, raised=0.165, ink=0.99, muted=0.79, line=0.6, edge=0.72, tint=0.01),
    ),
    "calm": (
        _Ground(bg=0.972, surface=0.945, raised=0.99, ink=0.27, muted=0.48, line=0.87, edge=0.6, tint=0.009, hue=95),
        _Ground(bg=0.185, surface=0.22, raised=0.25, ink=0.93, muted=0.74, line=0.335, edge=0.58, tint=0.008, hue=95),
    ),
}
_SIGNALS = {"good": 152.0, "warn": 70.0, "bad": 25.0}
_BRIGHT = 9.0
"""Contrast with black from which a colour is one that black belongs on."""
_TURNS = (0, 150, 60, 250, 105, 310)
"""Degrees from the accent's hue to that of each series."""


def palette(brand: Brand, scheme: Scheme) -> Palette:
    """Every pair of PAIRS has its contrast, whatever the accent is."""
    return _palette(brand.theme, brand.accent, scheme)


@lru_cache(maxsize=64)
def _palette(theme: Theme, accent: str, scheme: Scheme) -> Palette:
    dark = scheme == "dark"
    ground = _GROUNDS[theme][dark]
    light, chroma, hue = lightness_chroma_hue(accent)
    own = hue if ground.hue is None else ground.hue
    tint = min(ground.tint, chroma) if ground.hue is None else ground.tint
    found = {name: tone(getattr(ground, name), tint, own) for name in (*SURFACES, "line")}
    surfaces = tuple(found[name] for name in SURFACES)
    soft = tone(0.3 if dark else 0.945, min(chroma * 0.35, 0.05 if dark else 0.032), hue)
    found["accent-soft"] = soft
    found["ink"] = readable(tone(ground.ink, tint, own), *surfaces, soft, at_least=7)
    found["muted"] = readable(tone(ground.muted, min(2 * tint, 0.02), own), *surfaces, soft)
    found["edge"] = readable(tone(ground.edge, tint, own), *surfaces, at_least=SHAPE_CONTRAST)
    found["accent"] = _accent(light, chroma, hue, (*surfaces, soft), dark=dark)
    found["accent-ink"] = readable_on(found["accent"])
    found |= _filled(light, chroma, hue, found["bg"], dark=dark)
    for name, signal in _SIGNALS.items():
        found[f"{name}-soft"] = tone(0.29 if dark else 0.955, 0.05 if dark else 0.04, signal)
        found[name] = readable(tone(0.8 if dark else 0.5, 0.14, signal), *surfaces, found[f"{name}-soft"])
        found["ink"] = readable(found["ink"], *surfaces, soft, found[f"{name}-soft"])
    for series, turn in zip(SERIES, _TURNS, strict=True):
        colour = tone(0.74 if dark else 0.56, max(chroma, 0.1) if chroma > 0.02 or turn else 0.02, hue + turn)
        found[series] = readable(colour, *surfaces, at_least=SHAPE_CONTRAST)
    return MappingProxyType(found)


def _accent(light: float, chroma: float, hue: float, behind: tuple[str, ...], *, dark: bool) -> str:
    """The accent as text and as a button: as near as it can be, moved along its own hue before black is mixed in."""
    start = max(light, 0.72) if dark else min(light, 0.6)
    moved = tone(start, chroma, hue)
    step = 0.01 if dark else -0.01
    while 0.2 < start < 0.97:
        moved = tone(start, chroma, hue)
        if readable(moved, *behind) == moved:
            return moved
        start += step
    return readable(moved, *behind)


def _filled(light: float, chroma: float, hue: float, bg: str, *, dark: bool) -> dict[str, str]:
    """The accent nearly as it was chosen, for buttons and large areas, with white or black on it.

    Bright colours carry black; those between are taken down until white can be read. In the dark it stands out
    from the page without being a lamp.
    """
    start = min(max(light, 0.5), 0.84) if dark else light
    fill = tone(start, chroma, hue)
    while contrast("#ffffff", fill) < TEXT_CONTRAST and contrast("#000000", fill) < _BRIGHT:
        start -= 0.01
        fill = tone(start, chroma, hue)
    if dark and contrast(fill, bg) < SHAPE_CONTRAST:
        fill = readable(fill, bg, at_least=SHAPE_CONTRAST)
    ink = readable_on(fill)
    away = BLACK if ink == WHITE else WHITE  # under the pointer the text is read better, never worse
    return {
        "brand": fill,
        "brand-ink": ink,
        "brand-deep": mix(fill, "#000000", 0.2),
        "brand-hover": mix(fill, away, 0.12),
    }
