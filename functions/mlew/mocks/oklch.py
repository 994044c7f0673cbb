"""Colours by lightness, chroma and hue as the eye sees them (Björn Ottosson, OKLab, 2020), as `#rrggbb`."""

from math import atan2, cos, degrees, hypot, radians, sin

_STEPS = 24


def tone(lightness: float, chroma: float, hue: float) -> str:
    """The colour, or – where screens cannot show it – the most colourful one of the same lightness and hue.

    `lightness` 0 to 1, `chroma` 0 to about 0.3, `hue` in degrees.
    """
    low, high = 0.0, chroma
    if _shown(_linear_rgb(lightness, chroma, hue)):
        low = chroma
    else:
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(_linear_rgb(lightness, middle, hue)) else (low, middle)
    return "#" + "".join(f"{_byte(channel):02x}" for channel in _linear_rgb(lightness, low, hue))


def lightness_chroma_hue(colour: str) -> tuple[float, float, float]:
    """Of `#rrggbb`. The hue of greys is 0."""
    red, green, blue = (_from_byte(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    chroma = hypot(a, b)
    return lightness, chroma, degrees(atan2(b, a)) % 360 if chroma > 0.001 else 0.0


def _linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(channels: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in channels)


def _byte(linear: float) -> int:
    value = min(1.0, max(0.0, linear))
    return round(255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))


def _from_byte(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
